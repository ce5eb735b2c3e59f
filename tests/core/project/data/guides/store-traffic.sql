SELECT 1 AS value;
