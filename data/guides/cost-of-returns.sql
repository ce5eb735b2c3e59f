-- fr: Transport et traitement des retours reçus en octobre 2026, par retour. Les données d'exemple n'ont pas
-- fr: de numéro de retour : les articles d'une commande reçus le même jour font un seul retour. Si le retour
-- fr: ou le colis porte un numéro, regroupez par ce numéro. Le remboursement et la perte de valeur n'y sont pas.
-- en: Carriage and handling of the returns received in October 2026, per return. The sample data have no
-- en: return number: items of one order received on the same day are one return. If you have the number of the
-- en: return or of the parcel, group by it. The refund and the loss of value are left out.
WITH received AS (
  SELECT
    order_id,
    DATE(received_at) AS day,
    SUM(transport_cost + handling_cost) AS cost
  FROM returns
  WHERE received_at >= '2026-10-01'
    AND received_at < '2026-11-01'
  GROUP BY order_id, DATE(received_at)
)
SELECT
  ROUND(SUM(cost), 2) AS numerator,
  COUNT(*) AS denominator,
  ROUND(AVG(cost), 2) AS value
FROM received;
