-- Cost of returns: carriage and handling of the returns received in October 2026, per return.
-- Items of one order received at the same moment are one return; refund and value lost stay out.
WITH received AS (
  SELECT
    order_id,
    received_at,
    SUM(transport_cost + handling_cost) AS cost
  FROM returns
  WHERE received_at >= '2026-10-01'
    AND received_at < '2026-11-01'
  GROUP BY order_id, received_at
)
SELECT
  ROUND(SUM(cost), 2) AS numerator,
  COUNT(*) AS denominator,
  ROUND(SUM(cost) / COUNT(*), 2) AS value
FROM received;
