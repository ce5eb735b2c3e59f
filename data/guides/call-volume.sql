-- fr: Contacts reçus en octobre 2026 : appels présentés, décrochés ou non, et contacts écrits.
-- en: Contacts received in October 2026: calls offered, answered or not, and written contacts.
SELECT
  COUNT(*) AS value
FROM contacts
WHERE opened_at >= '2026-10-01'
  AND opened_at < '2026-11-01';
