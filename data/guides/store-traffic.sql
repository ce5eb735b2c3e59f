-- fr: Entrées de clients en octobre 2026, tous magasins réunis. Les compteurs ont déjà retiré le personnel
-- fr: et les livreurs. Pour comparer avec octobre 2025, calculer les deux mois avec la condition
-- fr: `locations.opened_on <= '2025-10-01'` et sans les magasins fermés ou en travaux pendant l'un
-- fr: des deux.
-- en: Customer entries in October 2026, all stores together. The counters have already taken staff and
-- en: drivers off. To compare with October 2025, run both months with the condition
-- en: `locations.opened_on <= '2025-10-01'` and without stores closed or being refitted in either of them.
SELECT
  SUM(store_visits.visits) AS value
FROM store_visits
JOIN locations
  ON locations.location_id = store_visits.location_id
WHERE locations.kind = 'store'
  AND store_visits.day >= '2026-10-01'
  AND store_visits.day < '2026-11-01';
