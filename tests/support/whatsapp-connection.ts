import { type ConnectInput, connectInput } from "@/lib/whatsapp/schema";

/** What staff enter to connect a number. */
export function aConnection(given: Partial<ConnectInput> = {}): ConnectInput {
  const id = "100200300";
  const named = { phoneNumberId: id, businessId: id, templateName: "aviso", token: "t", appSecret: "s" };
  return connectInput.parse({ ...named, ...given });
}
