WITH sold_lines AS (
  -- cuts stand on the whole line: keep the part of the units that were really sold
  SELECT
    order_items.unit_price * order_items.quantity_shipped AS initial_value,
    (order_items.markdown + order_items.discount)
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
