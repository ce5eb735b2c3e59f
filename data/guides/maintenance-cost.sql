-- fr: Exercice de douze mois clos à fin octobre 2026, par mois de prestation. La licence est suivie à
-- fr: part : ajoutez-la si le contrat ne la distingue pas du support.
-- en: Financial year of twelve months that closes at the end of October 2026, by month of service. The
-- en: licence is tracked separately: add it if the contract does not split it from support.
SELECT ROUND(SUM(amount), 2) AS value
FROM run_costs
WHERE kind IN ('internal', 'vendor', 'contractor')
  AND month >= '2025-11-01'
  AND month < '2026-11-01';
