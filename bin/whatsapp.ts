import { role } from "@/lib/platform/env";
import { type Supervised, supervise } from "./children";
import { anyFreePort, isFree } from "./free-port";

const DEFAULT_PORT = 4243;

/**
 * Brings the WhatsApp stand-in up beside the worker that sends, on its port or on a free one when something else has that:
 * tenants without a number send there, and nothing of it leaves the machine.
 */
export async function startWhatsapp(): Promise<Supervised | null> {
  if (role() === "web") return null;
  const wanted = Number(process.env.WHATSAPP_LOCAL_PORT ?? DEFAULT_PORT);
  const port = String((await isFree(wanted)) ? wanted : await anyFreePort());
  // Everything that this process starts looks here.
  process.env.WHATSAPP_LOCAL_PORT = port;
  return supervise("whatsapp stand-in", "tools/whatsapp-local/main.ts", [], { WHATSAPP_LOCAL_PORT: port });
}
