-- A small French omnichannel retailer, October 2026 as extracted on 15 November. Made up for the tests: no real company, no person.
-- Times 'YYYY-MM-DD HH:MM:SS', dates 'YYYY-MM-DD', a month is its first day; money in euros excl. VAT; online = channel 'web' or 'app'.

-- Places that hold stock: one warehouse and the stores.
CREATE TABLE locations (
  location_id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('warehouse', 'store')),
  name TEXT NOT NULL,
  opened_on TEXT NOT NULL
);

-- The range; cost and list price of one unit.
CREATE TABLE products (
  product_id TEXT PRIMARY KEY,
  category TEXT NOT NULL,
  cost REAL NOT NULL CHECK (cost > 0),
  list_price REAL NOT NULL CHECK (list_price > cost),
  season TEXT NOT NULL
);

-- Customer orders of all channels; confirmed_at is empty when payment was never accepted, ready_at is for collection only,
-- closed_at is the last delivery, the collection or the cancellation, goods_value is what was ordered, after discounts.
-- integration_failed without reworked_at: an automatic retry repaired it. reworked_at alone: touched by hand for another reason.
CREATE TABLE orders (
  order_id INTEGER PRIMARY KEY,
  placed_at TEXT NOT NULL,
  customer_id INTEGER NOT NULL,
  channel TEXT NOT NULL CHECK (channel IN ('web', 'app', 'store')),
  delivery_mode TEXT NOT NULL CHECK (delivery_mode IN ('home', 'collect')),
  status TEXT NOT NULL CHECK (status IN ('delivered', 'collected', 'cancelled', 'open')),
  confirmed_at TEXT CHECK (confirmed_at >= placed_at),
  released_at TEXT CHECK (released_at >= confirmed_at),
  cancelled_at TEXT CHECK (cancelled_at >= placed_at),
  cancel_reason TEXT CHECK (cancel_reason IN ('stock', 'delay', 'customer', 'payment', 'fraud')),
  promised_on TEXT NOT NULL CHECK (promised_on >= first_promised_on),
  first_promised_on TEXT NOT NULL,
  ready_at TEXT CHECK (ready_at IS NULL OR delivery_mode = 'collect'),
  closed_at TEXT,
  integration_failed INTEGER NOT NULL CHECK (integration_failed IN (0, 1)),
  reworked_at TEXT,
  goods_value REAL NOT NULL CHECK (goods_value > 0),
  delivery_fee REAL NOT NULL CHECK (delivery_fee >= 0),
  CHECK ((status = 'cancelled') = (cancelled_at IS NOT NULL)),
  CHECK ((status = 'cancelled') = (cancel_reason IS NOT NULL)),
  CHECK ((status = 'open') = (closed_at IS NULL))
);

-- Order lines; unit_price is the initial price of a unit, discount (code, promotion) and markdown (clearance) are euros off the whole line:
-- received for the line = quantity * unit_price - discount - markdown. fulfilled_from is empty when nothing left.
CREATE TABLE order_items (
  order_item_id INTEGER PRIMARY KEY,
  order_id INTEGER NOT NULL REFERENCES orders,
  product_id TEXT NOT NULL REFERENCES products,
  quantity INTEGER NOT NULL CHECK (quantity > 0),
  unit_price REAL NOT NULL CHECK (unit_price > 0),
  discount REAL NOT NULL CHECK (discount >= 0),
  markdown REAL NOT NULL CHECK (markdown >= 0),
  quantity_shipped INTEGER NOT NULL CHECK (quantity_shipped BETWEEN 0 AND quantity),
  fulfilled_from TEXT REFERENCES locations,
  CHECK ((quantity_shipped = 0) = (fulfilled_from IS NULL))
);

-- A random tenth of the site's and the app's sessions, bots still in; availability_ms is the mean ATP answer of the session, 3000 is the time limit.
CREATE TABLE sessions (
  session_id INTEGER PRIMARY KEY,
  started_at TEXT NOT NULL,
  device TEXT NOT NULL CHECK (device IN ('mobile', 'desktop', 'tablet')),
  channel TEXT NOT NULL CHECK (channel IN ('web', 'app')),
  saw_product INTEGER NOT NULL CHECK (saw_product IN (0, 1)),
  added_to_cart INTEGER NOT NULL CHECK (added_to_cart IN (0, 1) AND added_to_cart <= saw_product),
  reached_checkout INTEGER NOT NULL CHECK (reached_checkout IN (0, 1) AND reached_checkout <= added_to_cart),
  order_id INTEGER UNIQUE REFERENCES orders CHECK (order_id IS NULL OR reached_checkout = 1),
  availability_ms REAL CHECK (availability_ms > 0),
  is_bot INTEGER NOT NULL CHECK (is_bot IN (0, 1))
);

-- Picking requests: one row each time an order is offered to a location. Neither answer: the customer cancelled first, or it still waits.
-- rejected_at with picked_at: refused for a part only. 'no-answer': refused by the time limit.
CREATE TABLE fulfilments (
  fulfilment_id INTEGER PRIMARY KEY,
  order_id INTEGER NOT NULL REFERENCES orders,
  location_id TEXT NOT NULL REFERENCES locations,
  assigned_at TEXT NOT NULL,
  accepted_at TEXT CHECK (accepted_at >= assigned_at),
  rejected_at TEXT CHECK (rejected_at >= assigned_at),
  reject_reason TEXT CHECK (reject_reason IN ('not-found', 'damaged', 'sold', 'no-staff', 'no-answer')),
  picked_at TEXT CHECK (picked_at >= accepted_at),
  minutes_worked REAL NOT NULL CHECK (minutes_worked >= 0),
  CHECK ((rejected_at IS NULL) = (reject_reason IS NULL))
);

-- Parcels given to a carrier, to a home or from the warehouse to the store of a collection; handling_cost is packaging and dispatch,
-- the picking time is in fulfilments.minutes_worked. Two parcels of one order, place and day are one shipment.
CREATE TABLE shipments (
  shipment_id INTEGER PRIMARY KEY,
  order_id INTEGER NOT NULL REFERENCES orders,
  location_id TEXT NOT NULL REFERENCES locations,
  shipped_at TEXT NOT NULL,
  delivered_at TEXT CHECK (delivered_at > shipped_at),
  delivered_on TEXT CHECK (delivered_on IS date(delivered_at)),
  shipping_cost REAL NOT NULL CHECK (shipping_cost >= 0),
  handling_cost REAL NOT NULL CHECK (handling_cost >= 0)
);

-- Orders handed over in a store; till_receipt_value is the extra purchase that day, 0 if none, on one order only when a visit collects two.
CREATE TABLE collections (
  order_id INTEGER PRIMARY KEY REFERENCES orders,
  location_id TEXT NOT NULL REFERENCES locations,
  collected_at TEXT NOT NULL,
  till_receipt_value REAL NOT NULL CHECK (till_receipt_value >= 0)
);

-- Returns received, one row each; transport_cost is 0 for a drop-off in store, value_lost is the later price cut, not a handling cost.
CREATE TABLE returns (
  return_id INTEGER PRIMARY KEY,
  order_id INTEGER NOT NULL REFERENCES orders,
  order_item_id INTEGER NOT NULL REFERENCES order_items,
  received_at TEXT NOT NULL,
  quantity INTEGER NOT NULL CHECK (quantity > 0),
  transport_cost REAL NOT NULL CHECK (transport_cost >= 0),
  handling_cost REAL NOT NULL CHECK (handling_cost >= 0),
  value_lost REAL NOT NULL CHECK (value_lost >= 0),
  reason TEXT NOT NULL CHECK (reason IN ('size', 'changed-mind', 'damaged', 'wrong-item', 'late'))
);

-- Inbound contacts; one request_id over several contacts is one matter, resolved_at stands on the contact that settles it.
-- A call without talk_minutes was abandoned; a written contact has wrap_minutes only. resolved_first_time is what the agent ticked.
CREATE TABLE contacts (
  contact_id INTEGER PRIMARY KEY,
  order_id INTEGER REFERENCES orders,
  opened_at TEXT NOT NULL,
  channel TEXT NOT NULL CHECK (channel IN ('phone', 'email', 'chat')),
  reason TEXT NOT NULL CHECK (reason IN ('where-is-my-order', 'return', 'change', 'product', 'other')),
  talk_minutes REAL CHECK (talk_minutes > 0),
  hold_minutes REAL CHECK (hold_minutes >= 0),
  wrap_minutes REAL CHECK (wrap_minutes >= 0),
  resolved_at TEXT CHECK (resolved_at >= opened_at),
  resolved_first_time INTEGER NOT NULL CHECK (resolved_first_time IN (0, 1)),
  request_id INTEGER NOT NULL
);

-- Answers to the survey sent after delivery or collection; either question may be left empty.
CREATE TABLE surveys (
  survey_id INTEGER PRIMARY KEY,
  order_id INTEGER NOT NULL REFERENCES orders,
  answered_at TEXT NOT NULL,
  satisfaction INTEGER CHECK (satisfaction BETWEEN 1 AND 5),
  recommend INTEGER CHECK (recommend BETWEEN 0 AND 10)
);

-- Vouchers, credits and waived fees granted after something went wrong.
CREATE TABLE goodwill (
  goodwill_id INTEGER PRIMARY KEY,
  order_id INTEGER NOT NULL REFERENCES orders,
  granted_at TEXT NOT NULL,
  amount REAL NOT NULL CHECK (amount > 0),
  reason TEXT NOT NULL CHECK (reason IN ('late', 'incomplete', 'cancelled', 'damaged', 'other'))
);

-- The morning reading of every item held, October 2026; sellable = a unit left after reservations and safety stock, listed = in the active range,
-- channel = the one the location mainly serves.
CREATE TABLE stock_days (
  day TEXT NOT NULL,
  location_id TEXT NOT NULL REFERENCES locations,
  product_id TEXT NOT NULL REFERENCES products,
  channel TEXT NOT NULL CHECK (channel IN ('web', 'app', 'store')),
  on_hand INTEGER NOT NULL CHECK (on_hand >= 0),
  sellable INTEGER NOT NULL CHECK (sellable IN (0, 1) AND sellable <= on_hand),
  value_at_cost REAL NOT NULL CHECK (value_at_cost >= 0),
  listed INTEGER NOT NULL CHECK (listed IN (0, 1)),
  PRIMARY KEY (day, location_id, product_id)
);

-- Stock movements, and when the availability shown to customers followed.
CREATE TABLE stock_events (
  event_id INTEGER PRIMARY KEY,
  location_id TEXT NOT NULL REFERENCES locations,
  product_id TEXT NOT NULL REFERENCES products,
  happened_at TEXT NOT NULL,
  visible_at TEXT NOT NULL CHECK (visible_at >= happened_at),
  kind TEXT NOT NULL CHECK (kind IN ('sale', 'receipt', 'return', 'count', 'transfer'))
);

-- Cost of holding stock by month, November 2025 to October 2026.
CREATE TABLE holding_costs (
  month TEXT NOT NULL CHECK (month LIKE '____-__-01'),
  kind TEXT NOT NULL CHECK (kind IN ('storage', 'insurance', 'shrink', 'capital')),
  amount REAL NOT NULL CHECK (amount >= 0),
  PRIMARY KEY (month, kind)
);

-- Customer entries at the door counters, staff and drivers removed; 0 on a closing day.
CREATE TABLE store_visits (
  location_id TEXT NOT NULL REFERENCES locations,
  day TEXT NOT NULL,
  visits INTEGER NOT NULL CHECK (visits >= 0),
  PRIMARY KEY (location_id, day)
);

-- Goods handed over by day, November 2025 to October 2026, in the channel that took the order; net_sales is net of discounts, before returns
-- (revenue = net_sales - returns_value); cost_of_sales is the purchase cost of the goods, those taken back deducted.
CREATE TABLE sales (
  day TEXT NOT NULL,
  channel TEXT NOT NULL CHECK (channel IN ('web', 'app', 'store')),
  net_sales REAL NOT NULL,
  returns_value REAL NOT NULL CHECK (returns_value >= 0),
  cost_of_sales REAL NOT NULL,
  PRIMARY KEY (day, channel)
);

-- Confirmed incidents of the order system; for security and compliance started_at is the discovery. Severity 1 is the gravest.
CREATE TABLE incidents (
  incident_id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('outage', 'slow', 'security', 'compliance')),
  started_at TEXT NOT NULL,
  ended_at TEXT CHECK (ended_at > started_at),
  planned INTEGER NOT NULL CHECK (planned IN (0, 1)),
  severity INTEGER NOT NULL CHECK (severity BETWEEN 1 AND 4)
);

-- The installation and the launches after it; signed_on is the decision, started_on the kick-off, live_on the first customer order.
CREATE TABLE projects (
  project_id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('implementation', 'launch')),
  name TEXT NOT NULL,
  signed_on TEXT NOT NULL,
  started_on TEXT NOT NULL CHECK (started_on >= signed_on),
  live_on TEXT CHECK (live_on > started_on)
);

-- Cost of running the order system by month of service, November 2025 to October 2026.
CREATE TABLE run_costs (
  month TEXT NOT NULL CHECK (month LIKE '____-__-01'),
  kind TEXT NOT NULL CHECK (kind IN ('internal', 'vendor', 'contractor', 'licence')),
  amount REAL NOT NULL CHECK (amount >= 0),
  PRIMARY KEY (month, kind)
);
