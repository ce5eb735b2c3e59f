-- fr: Transport et traitement des retours reçus en octobre 2026, par retour. Les articles d'une commande
-- fr: reçus au même moment font un seul retour. Le remboursement et la perte de valeur n'y sont pas.
-- en: Carriage and handling of the returns received in October 2026, per return. Items of one order that
-- en: are received at the same moment are one return. The refund and the loss of value are left out.
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
  ROUND(AVG(cost), 2) AS value
FROM received;
