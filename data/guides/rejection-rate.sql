-- fr: Demandes de préparation envoyées aux magasins dans la semaine du lundi 5 octobre 2026. La semaine
-- fr: est close : une demande encore sans réponse a dépassé son délai et compte comme refusée.
-- en: Picking requests sent to stores in the week of Monday 5 October 2026. The week is closed: a request
-- en: still unanswered is past its time limit and counts as rejected.
WITH requests AS (
  SELECT
    f.fulfilment_id,
    CASE
      WHEN f.rejected_at IS NOT NULL THEN 1
      WHEN f.accepted_at IS NULL THEN 1
      ELSE 0
    END AS rejected
  FROM fulfilments AS f
  JOIN locations AS l ON l.location_id = f.location_id
  JOIN orders AS o ON o.order_id = f.order_id
  WHERE l.kind = 'store'
    AND f.assigned_at >= '2026-10-05'
    AND f.assigned_at < '2026-10-12'
    -- fr: On écarte les commandes annulées par le client, pour un paiement refusé ou pour une fraude, avant la
    -- fr: réponse du magasin et avant la fin du délai. À écarter aussi : la demande envoyée à plusieurs magasins à
    -- fr: la fois, puis retirée parce qu'un autre a accepté le premier. Les données d'exemple n'en contiennent
    -- fr: pas, et n'ont pas non plus le délai : la clôture de la semaine en tient lieu. S'il est connu, mettez
    -- fr: l'heure d'expiration de la demande à la place.
    -- en: Orders cancelled by the customer, for a declined payment or for fraud, before the store answered and
    -- en: before the time limit ran out, are left out. To be left out too: a request sent to several stores at
    -- en: once, then withdrawn because another accepted first. The sample data hold none, and no time limit
    -- en: either: the close of the week stands in for it. Where it is known, put the time the request expires in
    -- en: its place.
    AND NOT (
      COALESCE(o.cancel_reason, '') IN ('customer', 'payment', 'fraud')
      AND o.cancelled_at < COALESCE(f.accepted_at, f.rejected_at, '2026-10-12')
    )
)
SELECT
  SUM(rejected) AS numerator,
  COUNT(*) AS denominator,
  ROUND(100.0 * SUM(rejected) / COUNT(*), 2) AS value
FROM requests;
