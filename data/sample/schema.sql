-- fr: Une petite enseigne française omnicanale, octobre 2026, extraction du 15 novembre. Tout est inventé :
-- fr: aucune entreprise réelle, aucune personne. Les montants sont en euros hors TVA, un mois est désigné
-- fr: par son premier jour, une commande en ligne a pour canal 'web' ou 'app'.
-- en: A small French omnichannel retailer, October 2026, as extracted on 15 November. All of it is made up:
-- en: no real company, no person. Amounts are in euros excluding VAT, a month is named by its first day, an
-- en: online order has the channel 'web' or 'app'.
-- fr: S'exécute tel quel dans SQLite et dans PostgreSQL.
-- en: Runs as it stands in SQLite and in PostgreSQL.

-- fr: Les points de stock : un entrepôt et les magasins.
-- en: The stock locations: one warehouse and the stores.
CREATE TABLE locations (
  location_id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('warehouse', 'store')),
  name TEXT NOT NULL,
  opened_on DATE NOT NULL
);

-- fr: Les points de stock dont un canal peut vendre les unités, depuis allowed_on : un magasin sert les
-- fr: clients qui y entrent et, s'il est autorisé à expédier, ceux du web.
-- en: The stock locations whose units a channel may sell, since allowed_on: a store serves the customers who
-- en: walk in and, once allowed to ship, those of the web.
CREATE TABLE location_channels (
  location_id TEXT NOT NULL REFERENCES locations,
  channel TEXT NOT NULL CHECK (channel IN ('web', 'store')),
  allowed_on DATE NOT NULL,
  PRIMARY KEY (location_id, channel)
);

-- fr: L'assortiment ; coût d'achat et prix de vente d'une unité.
-- en: The range; cost and list price of one unit.
CREATE TABLE products (
  product_id TEXT PRIMARY KEY,
  category TEXT NOT NULL,
  cost NUMERIC NOT NULL CHECK (cost > 0),
  list_price NUMERIC NOT NULL CHECK (list_price > cost),
  season TEXT NOT NULL
);

-- fr: Commandes des clients, tous canaux ; confirmed_at est vide quand le paiement n'a jamais été accepté,
-- fr: ready_at ne sert qu'au retrait en magasin, closed_at est la dernière livraison, le retrait ou
-- fr: l'annulation, goods_value est ce qui a été commandé, remises déduites.
-- en: Customer orders of all channels; confirmed_at is empty when payment was never accepted, ready_at is
-- en: for collection only, closed_at is the last delivery, the collection or the cancellation, goods_value
-- en: is what was ordered, after discounts.
-- fr: customer_id serait vide pour une commande passée sans compte ; il n'y en a pas dans ces données.
-- en: customer_id would be empty for an order placed without an account; there is none in these data.
-- fr: integration_failed sans reworked_at : une relance automatique a réglé la panne. reworked_at seul :
-- fr: quelqu'un est intervenu pour une autre raison.
-- en: integration_failed without reworked_at: an automatic retry cleared the failure. reworked_at alone: a
-- en: person stepped in for another reason.
CREATE TABLE orders (
  order_id INTEGER PRIMARY KEY,
  placed_at TIMESTAMP NOT NULL,
  customer_id INTEGER,
  channel TEXT NOT NULL CHECK (channel IN ('web', 'app', 'store')),
  delivery_mode TEXT NOT NULL CHECK (delivery_mode IN ('home', 'collect')),
  status TEXT NOT NULL CHECK (status IN ('delivered', 'collected', 'cancelled', 'open')),
  confirmed_at TIMESTAMP CHECK (confirmed_at >= placed_at),
  released_at TIMESTAMP CHECK (released_at >= confirmed_at),
  cancelled_at TIMESTAMP CHECK (cancelled_at >= placed_at),
  cancel_reason TEXT CHECK (cancel_reason IN ('stock', 'delay', 'customer', 'uncollected', 'payment', 'fraud')),
  promised_on DATE NOT NULL CHECK (promised_on >= first_promised_on),
  first_promised_on DATE NOT NULL,
  ready_at TIMESTAMP CHECK (ready_at IS NULL OR delivery_mode = 'collect'),
  closed_at TIMESTAMP,
  integration_failed INTEGER NOT NULL CHECK (integration_failed IN (0, 1)),
  reworked_at TIMESTAMP,
  goods_value NUMERIC NOT NULL CHECK (goods_value > 0),
  delivery_fee NUMERIC NOT NULL CHECK (delivery_fee >= 0),
  CHECK ((status = 'cancelled') = (cancelled_at IS NOT NULL)),
  CHECK ((status = 'cancelled') = (cancel_reason IS NOT NULL)),
  CHECK ((status = 'open') = (closed_at IS NULL))
);

-- fr: Lignes de commande ; unit_price est le prix initial d'une unité, discount (code, promotion) et
-- fr: markdown (démarque de prix) sont des euros ôtés de la ligne entière. Encaissé pour la ligne :
-- fr: quantity * unit_price - discount - markdown. quantity_shipped est partie en colis
-- fr: ou prête au retrait ; fulfilled_from est vide quand elle est nulle.
-- en: Order lines; unit_price is the initial price of one unit, discount (code, promotion) and markdown
-- en: (clearance) are euros off the whole line. Received for the line:
-- en: quantity * unit_price - discount - markdown. quantity_shipped left in a parcel or was
-- en: made ready for collection; fulfilled_from is empty where it is zero.
CREATE TABLE order_items (
  order_item_id INTEGER PRIMARY KEY,
  order_id INTEGER NOT NULL REFERENCES orders,
  product_id TEXT NOT NULL REFERENCES products,
  quantity INTEGER NOT NULL CHECK (quantity > 0),
  unit_price NUMERIC NOT NULL CHECK (unit_price > 0),
  discount NUMERIC NOT NULL CHECK (discount >= 0),
  markdown NUMERIC NOT NULL CHECK (markdown >= 0),
  quantity_shipped INTEGER NOT NULL CHECK (quantity_shipped BETWEEN 0 AND quantity),
  fulfilled_from TEXT REFERENCES locations,
  CHECK ((quantity_shipped = 0) = (fulfilled_from IS NULL))
);

-- fr: Un dixième, tiré au hasard, des sessions du web et de l'application, robots compris ;
-- fr: availability_ms est le temps moyen de réponse de l'ATP pendant la session, 3000 est le délai maximal.
-- en: A random tenth of the sessions of the web and the app, bots still in; availability_ms is the mean ATP
-- en: answer time of the session, 3000 is the time limit.
CREATE TABLE sessions (
  session_id INTEGER PRIMARY KEY,
  started_at TIMESTAMP NOT NULL,
  device TEXT NOT NULL CHECK (device IN ('mobile', 'desktop', 'tablet')),
  channel TEXT NOT NULL CHECK (channel IN ('web', 'app')),
  saw_product INTEGER NOT NULL CHECK (saw_product IN (0, 1)),
  added_to_cart INTEGER NOT NULL CHECK (added_to_cart IN (0, 1) AND added_to_cart <= saw_product),
  reached_checkout INTEGER NOT NULL CHECK (reached_checkout IN (0, 1) AND reached_checkout <= added_to_cart),
  order_id INTEGER UNIQUE REFERENCES orders CHECK (order_id IS NULL OR reached_checkout = 1),
  availability_ms NUMERIC CHECK (availability_ms > 0),
  is_bot INTEGER NOT NULL CHECK (is_bot IN (0, 1))
);

-- fr: Demandes de préparation : une ligne chaque fois qu'une commande est proposée à un point de stock. Sans
-- fr: acceptation ni refus, le client a annulé avant la réponse, ou la demande attend encore.
-- en: Picking requests: one row each time an order is offered to a stock location. With neither acceptance
-- en: nor rejection, the customer cancelled first or the request still waits.
-- fr: rejected_at avec picked_at : refusée en partie seulement. 'no-answer' : refusée par le délai maximal.
-- en: rejected_at with picked_at: rejected in part only. 'no-answer': rejected by the time limit.
CREATE TABLE fulfilments (
  fulfilment_id INTEGER PRIMARY KEY,
  order_id INTEGER NOT NULL REFERENCES orders,
  location_id TEXT NOT NULL REFERENCES locations,
  assigned_at TIMESTAMP NOT NULL,
  accepted_at TIMESTAMP CHECK (accepted_at >= assigned_at),
  rejected_at TIMESTAMP CHECK (rejected_at >= assigned_at),
  reject_reason TEXT CHECK (reject_reason IN ('not-found', 'damaged', 'sold', 'no-staff', 'no-answer')),
  picked_at TIMESTAMP CHECK (picked_at >= accepted_at),
  minutes_worked NUMERIC NOT NULL CHECK (minutes_worked >= 0),
  CHECK ((rejected_at IS NULL) = (reject_reason IS NULL))
);

-- fr: Colis remis à un transporteur, vers le client (domicile ou point relais) ou vers le magasin de retrait ;
-- fr: handling_cost couvre les emballages et l'expédition, le temps de prélèvement et de mise en colis est
-- fr: dans fulfilments.minutes_worked. Deux colis de mêmes commande, lieu et jour font une seule expédition.
-- en: Parcels given to a carrier, to the customer (home or parcel shop) or to the store of a collection;
-- en: handling_cost is packaging materials and dispatch, the picking and packing time is in
-- en: fulfilments.minutes_worked. Two parcels of one order, place and day are one shipment.
CREATE TABLE shipments (
  shipment_id INTEGER PRIMARY KEY,
  order_id INTEGER NOT NULL REFERENCES orders,
  location_id TEXT NOT NULL REFERENCES locations,
  shipped_at TIMESTAMP NOT NULL,
  delivered_at TIMESTAMP CHECK (delivered_at > shipped_at),
  delivered_on DATE CHECK (delivered_on = DATE(delivered_at)),
  shipping_cost NUMERIC NOT NULL CHECK (shipping_cost >= 0),
  handling_cost NUMERIC NOT NULL CHECK (handling_cost >= 0),
  CHECK ((delivered_on IS NULL) = (delivered_at IS NULL))
);

-- fr: Commandes remises en magasin ; till_receipt_value est l'autre achat du jour, 0 s'il n'y en a pas. Quand
-- fr: une visite retire deux commandes, il n'est porté que sur l'une.
-- en: Orders handed over in a store; till_receipt_value is the other purchase of that day, 0 if there is
-- en: none. When a visit collects two orders it stands on one of them only.
CREATE TABLE collections (
  order_id INTEGER PRIMARY KEY REFERENCES orders,
  location_id TEXT NOT NULL REFERENCES locations,
  collected_at TIMESTAMP NOT NULL,
  till_receipt_value NUMERIC NOT NULL CHECK (till_receipt_value >= 0)
);

-- fr: Retours reçus, une ligne chacun ; transport_cost vaut 0 pour un dépôt en magasin, value_lost est la
-- fr: baisse de prix ultérieure, pas un coût de traitement.
-- en: Returns received, one row each; transport_cost is 0 for a drop-off in store, value_lost is the later
-- en: price cut, not a handling cost.
CREATE TABLE returns (
  return_id INTEGER PRIMARY KEY,
  order_id INTEGER NOT NULL REFERENCES orders,
  order_item_id INTEGER NOT NULL REFERENCES order_items,
  received_at TIMESTAMP NOT NULL,
  quantity INTEGER NOT NULL CHECK (quantity > 0),
  transport_cost NUMERIC NOT NULL CHECK (transport_cost >= 0),
  handling_cost NUMERIC NOT NULL CHECK (handling_cost >= 0),
  value_lost NUMERIC NOT NULL CHECK (value_lost >= 0),
  reason TEXT NOT NULL CHECK (reason IN ('size', 'changed-mind', 'damaged', 'wrong-item', 'late'))
);

-- fr: Contacts entrants ; plusieurs contacts de même request_id sont une seule demande, resolved_at est sur
-- fr: le contact qui la règle. Un appel sans talk_minutes a été abandonné ; un contact écrit n'a que
-- fr: wrap_minutes. resolved_first_time est ce que le conseiller a coché.
-- en: Inbound contacts; several contacts of one request_id are one request, resolved_at stands on the
-- en: contact that settles it. A call without talk_minutes was abandoned; a written contact has
-- en: wrap_minutes only. resolved_first_time is what the agent ticked.
CREATE TABLE contacts (
  contact_id INTEGER PRIMARY KEY,
  order_id INTEGER REFERENCES orders,
  opened_at TIMESTAMP NOT NULL,
  channel TEXT NOT NULL CHECK (channel IN ('phone', 'email', 'chat')),
  reason TEXT NOT NULL CHECK (reason IN ('where-is-my-order', 'return', 'change', 'product', 'other')),
  talk_minutes NUMERIC CHECK (talk_minutes > 0),
  hold_minutes NUMERIC CHECK (hold_minutes >= 0),
  wrap_minutes NUMERIC CHECK (wrap_minutes >= 0),
  resolved_at TIMESTAMP CHECK (resolved_at >= opened_at),
  resolved_first_time INTEGER NOT NULL CHECK (resolved_first_time IN (0, 1)),
  request_id INTEGER NOT NULL
);

-- fr: Réponses à l'enquête envoyée après la livraison ou le retrait ; moment dit lequel des deux est noté,
-- fr: chaque question peut rester vide.
-- en: Answers to the survey sent after delivery or collection; moment says which of the two is rated, either
-- en: question may be left empty.
CREATE TABLE surveys (
  survey_id INTEGER PRIMARY KEY,
  order_id INTEGER NOT NULL REFERENCES orders,
  moment TEXT NOT NULL CHECK (moment IN ('delivery', 'collection')),
  answered_at TIMESTAMP NOT NULL,
  satisfaction INTEGER CHECK (satisfaction BETWEEN 1 AND 5),
  recommend INTEGER CHECK (recommend BETWEEN 0 AND 10)
);

-- fr: Bons d'achat, avoirs et frais offerts après un incident.
-- en: Vouchers, credits and waived fees granted after something went wrong.
CREATE TABLE goodwill (
  goodwill_id INTEGER PRIMARY KEY,
  order_id INTEGER NOT NULL REFERENCES orders,
  granted_at TIMESTAMP NOT NULL,
  amount NUMERIC NOT NULL CHECK (amount > 0),
  reason TEXT NOT NULL CHECK (reason IN ('late', 'incomplete', 'cancelled', 'damaged', 'other'))
);

-- fr: Relevé du matin de chaque article détenu, octobre 2026 ; sellable : il reste une unité après
-- fr: réservations et stock de sécurité, listed : l'article est dans l'assortiment actif.
-- en: The morning reading of every item held, October 2026; sellable: one unit is left after reservations
-- en: and safety stock, listed: the item is in the active range.
CREATE TABLE stock_days (
  day DATE NOT NULL,
  location_id TEXT NOT NULL REFERENCES locations,
  product_id TEXT NOT NULL REFERENCES products,
  on_hand INTEGER NOT NULL CHECK (on_hand >= 0),
  sellable INTEGER NOT NULL CHECK (sellable IN (0, 1) AND sellable <= on_hand),
  value_at_cost NUMERIC NOT NULL CHECK (value_at_cost >= 0),
  listed INTEGER NOT NULL CHECK (listed IN (0, 1)),
  PRIMARY KEY (day, location_id, product_id)
);

-- fr: Mouvements de stock, et quand la disponibilité affichée aux clients a suivi.
-- en: Stock movements, and when the availability shown to customers followed.
CREATE TABLE stock_events (
  event_id INTEGER PRIMARY KEY,
  location_id TEXT NOT NULL REFERENCES locations,
  product_id TEXT NOT NULL REFERENCES products,
  happened_at TIMESTAMP NOT NULL,
  visible_at TIMESTAMP NOT NULL CHECK (visible_at >= happened_at),
  kind TEXT NOT NULL CHECK (kind IN ('sale', 'receipt', 'return', 'count', 'transfer'))
);

-- fr: Coût de détention du stock par mois, de novembre 2025 à octobre 2026.
-- en: Cost of holding stock by month, November 2025 to October 2026.
CREATE TABLE holding_costs (
  month DATE NOT NULL CHECK (CAST(month AS TEXT) LIKE '%-01'),
  kind TEXT NOT NULL CHECK (kind IN ('storage', 'insurance', 'shrink', 'capital')),
  amount NUMERIC NOT NULL CHECK (amount >= 0),
  PRIMARY KEY (month, kind)
);

-- fr: Entrées de clients aux compteurs des portes, sans le personnel ni les livreurs ; 0 un jour de fermeture.
-- en: Customer entries at the door counters, staff and drivers removed; 0 on a closing day.
CREATE TABLE store_visits (
  location_id TEXT NOT NULL REFERENCES locations,
  day DATE NOT NULL,
  visits INTEGER NOT NULL CHECK (visits >= 0),
  PRIMARY KEY (location_id, day)
);

-- fr: Marchandises remises par jour, de novembre 2025 à octobre 2026, dans le canal qui a pris la commande ;
-- fr: net_sales est net de remises, avant retours (chiffre d'affaires = net_sales - returns_value) ;
-- fr: cost_of_sales est le coût d'achat de ces marchandises, celles qui ont été reprises déduites.
-- en: Goods handed over by day, November 2025 to October 2026, in the channel that took the order;
-- en: net_sales is net of discounts, before returns (revenue = net_sales - returns_value); cost_of_sales is
-- en: the purchase cost of the goods, those taken back deducted.
CREATE TABLE sales (
  day DATE NOT NULL,
  channel TEXT NOT NULL CHECK (channel IN ('web', 'app', 'store')),
  net_sales NUMERIC NOT NULL,
  returns_value NUMERIC NOT NULL CHECK (returns_value >= 0),
  cost_of_sales NUMERIC NOT NULL,
  PRIMARY KEY (day, channel)
);

-- fr: Incidents confirmés du système de commandes ; pour la sécurité et la conformité, started_at est la
-- fr: découverte. La gravité 1 est la plus forte.
-- en: Confirmed incidents of the order system; for security and compliance started_at is the discovery.
-- en: Severity 1 is the gravest.
CREATE TABLE incidents (
  incident_id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('outage', 'slow', 'security', 'compliance')),
  started_at TIMESTAMP NOT NULL,
  ended_at TIMESTAMP CHECK (ended_at > started_at),
  planned INTEGER NOT NULL CHECK (planned IN (0, 1)),
  severity INTEGER NOT NULL CHECK (severity BETWEEN 1 AND 4)
);

-- fr: L'installation et les lancements qui ont suivi ; signed_on est la décision, started_on le démarrage du
-- fr: projet, live_on la première commande d'un client.
-- en: The installation and the launches after it; signed_on is the decision, started_on the kick-off,
-- en: live_on the first customer order.
CREATE TABLE projects (
  project_id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('implementation', 'launch')),
  name TEXT NOT NULL,
  signed_on DATE NOT NULL,
  started_on DATE NOT NULL CHECK (started_on >= signed_on),
  live_on DATE CHECK (live_on > started_on)
);

-- fr: Coût de fonctionnement du système de commandes par mois de prestation, de novembre 2025 à octobre 2026.
-- en: Cost of running the order system by month of service, November 2025 to October 2026.
CREATE TABLE run_costs (
  month DATE NOT NULL CHECK (CAST(month AS TEXT) LIKE '%-01'),
  kind TEXT NOT NULL CHECK (kind IN ('internal', 'vendor', 'contractor', 'licence')),
  amount NUMERIC NOT NULL CHECK (amount >= 0),
  PRIMARY KEY (month, kind)
);
