-- What a message at WhatsApp costs by the country of its number, its category and from which day (A17): as the tenant knows it
-- from its own rate card, because Meta changes it every quarter and bills each business in its currency.
CREATE TABLE whatsapp_prices (
  tenant_id uuid NOT NULL DEFAULT current_tenant() REFERENCES tenants (id) ON DELETE CASCADE,
  -- Digits of the calling code; '*' is every other country.
  calling_code text NOT NULL CHECK (calling_code ~ '^([1-9]\d{0,2}|\*)$'),
  category text NOT NULL CHECK (category IN ('marketing', 'utility', 'service')),
  valid_from date NOT NULL,
  currency text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
  -- Millionths of the currency's unit: rate cards have up to six decimals.
  amount_micros integer NOT NULL CHECK (amount_micros BETWEEN 0 AND 999999999),
  PRIMARY KEY (tenant_id, calling_code, category, valid_from)
);
CALL seal('whatsapp_prices');
