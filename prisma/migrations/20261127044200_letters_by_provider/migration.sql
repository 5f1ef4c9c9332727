-- Only WhatsApp's news is found by the provider's id: letters by e-mail need not pay for that when they are marked sent.
DROP INDEX deliveries_by_provider;
CREATE INDEX deliveries_by_provider ON deliveries (tenant_id, provider_id)
  WHERE channel = 'whatsapp' AND provider_id IS NOT NULL;
