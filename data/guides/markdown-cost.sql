WITH sold_lines AS (
  -- fr: Lignes des commandes passées en octobre 2026, hors commandes annulées. Les remises portent sur la
  -- fr: ligne entière : on n'en garde que la part des unités réellement vendues.
  -- en: Lines of the orders placed in October 2026, cancelled orders left out. Price cuts stand on the
  -- en: whole line: only the part that falls on units really sold is kept.
  SELECT
    order_items.unit_price * order_items.quantity_shipped AS initial_value,
    1.0 * (order_items.markdown + order_items.discount)
      * order_items.quantity_shipped / order_items.quantity AS given_away
  FROM order_items
  JOIN orders ON orders.order_id = order_items.order_id
  WHERE orders.placed_at >= '2026-10-01'
    AND orders.placed_at < '2026-11-01'
    AND orders.status <> 'cancelled'
    AND order_items.quantity_shipped > 0
)
SELECT
  ROUND(SUM(given_away)) AS numerator,
  ROUND(SUM(initial_value - given_away)) AS denominator,
  ROUND(100.0 * SUM(given_away) / SUM(initial_value - given_away), 2) AS value
FROM sold_lines;
