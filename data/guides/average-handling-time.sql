-- fr: Minutes de conversation, de mise en attente et de travail après appel, par appel traité en
-- fr: octobre 2026. Les données d'exemple ont une ligne par appel : si l'ACD en exporte une par conseiller,
-- fr: additionner d'abord les lignes d'un même appel.
-- en: Talk, hold and wrap-up minutes per call handled in October 2026. The sample data have one row per
-- en: call: if the ACD exports one per agent, add up the rows of each call first.
WITH handled AS (
  SELECT talk_minutes + COALESCE(hold_minutes, 0) + COALESCE(wrap_minutes, 0) AS minutes
  FROM contacts
  WHERE channel = 'phone'
    -- fr: Un appel abandonné n'a pas de temps de conversation : il ne compte pas.
    -- en: An abandoned call has no talk time, so it does not count.
    AND talk_minutes IS NOT NULL
    AND opened_at >= '2026-10-01'
    AND opened_at < '2026-11-01'
)
SELECT
  ROUND(SUM(minutes), 2) AS numerator,
  COUNT(*) AS denominator,
  ROUND(AVG(minutes), 2) AS value
FROM handled;
