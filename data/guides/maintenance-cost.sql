-- Financial year of twelve months that closes at the end of October 2026, by month of service.
-- The licence is tracked separately; add it where the contract does not split it from support.
SELECT ROUND(SUM(amount), 2) AS value
FROM run_costs
WHERE kind IN ('internal', 'vendor', 'contractor')
  AND month >= '2025-11-01'
  AND month < '2026-11-01';
