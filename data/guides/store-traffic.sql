-- Customer entries in October, all stores; the counters have already taken staff and drivers off.
-- For the comparison with October 2025, run both months with opened_on <= '2025-10-01' added.
SELECT
  SUM(store_visits.visits) AS value
FROM store_visits
JOIN locations
  ON locations.location_id = store_visits.location_id
WHERE locations.kind = 'store'
  AND store_visits.day >= '2026-10-01'
  AND store_visits.day < '2026-11-01';
