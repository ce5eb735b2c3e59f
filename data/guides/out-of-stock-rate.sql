WITH readings AS (
  -- fr: Un relevé par article, par canal et par jour d'octobre 2026. L'article est en rupture quand aucun
  -- fr: point de stock autorisé à servir le canal ce jour-là ne peut le vendre.
  -- en: One reading per item, channel and day of October 2026. The item is out of stock when no stock
  -- en: location allowed to serve the channel that day can sell it.
  SELECT
    stock_days.day,
    location_channels.channel,
    stock_days.product_id,
    1 - MAX(stock_days.sellable) AS out_of_stock
  FROM stock_days
  JOIN location_channels
    ON location_channels.location_id = stock_days.location_id
    AND location_channels.allowed_on <= stock_days.day
  WHERE stock_days.day BETWEEN '2026-10-01' AND '2026-10-31'
    AND stock_days.listed = 1
  GROUP BY stock_days.day, location_channels.channel, stock_days.product_id
)
SELECT
  SUM(out_of_stock) AS numerator,
  COUNT(*) AS denominator,
  ROUND(100.0 * SUM(out_of_stock) / COUNT(*), 2) AS value
FROM readings;
