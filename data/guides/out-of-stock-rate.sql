WITH readings AS (
  -- fr: Un relevé par article, par canal et par jour d'octobre 2026. L'article est en rupture quand aucun
  -- fr: point de stock du canal ne peut le vendre.
  -- en: One reading per item, channel and day of October 2026. The item is out of stock when no stock
  -- en: location of the channel can sell it.
  SELECT day, channel, product_id, 1 - MAX(sellable) AS out_of_stock
  FROM stock_days
  WHERE day BETWEEN '2026-10-01' AND '2026-10-31'
    AND listed = 1
  GROUP BY day, channel, product_id
)
SELECT
  SUM(out_of_stock) AS numerator,
  COUNT(*) AS denominator,
  ROUND(100.0 * SUM(out_of_stock) / COUNT(*), 2) AS value
FROM readings;
