WITH readings AS (
  -- fr: Un relevé par article, par canal et par jour d'octobre 2026. Une seule unité vendable suffit, dans
  -- fr: n'importe quel point de stock autorisé à servir le canal ce jour-là.
  -- en: One reading per item, channel and day of October 2026. One sellable unit is enough, in any stock
  -- en: location allowed to serve the channel that day.
  SELECT
    stock_days.day,
    location_channels.channel,
    stock_days.product_id,
    MAX(stock_days.sellable) AS in_stock
  FROM stock_days
  JOIN location_channels
    ON location_channels.location_id = stock_days.location_id
    AND location_channels.allowed_on <= stock_days.day
  WHERE stock_days.day BETWEEN '2026-10-01' AND '2026-10-31'
    AND stock_days.listed = 1
  GROUP BY stock_days.day, location_channels.channel, stock_days.product_id
)
SELECT
  SUM(in_stock) AS numerator,
  COUNT(*) AS denominator,
  ROUND(100.0 * SUM(in_stock) / COUNT(*), 2) AS value
FROM readings;
