import { platformClient } from "@/lib/platform/db/clients";
import { smtpUrl, stripeSettings } from "@/lib/platform/env";
import { withDatabase } from "../database";

type Finding = { part: string; ok: boolean; detail: string };

/** `aldeia doctor`: checks every part; exit 1 when one is broken. */
export async function run(): Promise<number> {
  const findings = [checkNode(), ...(await withDatabase(checkDatabase)), checkStripe(), checkMail()];
  for (const { part, ok, detail } of findings)
    process.stdout.write(`${ok ? "ok    " : "BROKEN"} ${part}: ${detail}\n`);
  return findings.every((finding) => finding.ok) ? 0 : 1;
}

function checkNode(): Finding {
  const major = Number(process.versions.node.split(".")[0]);
  return { part: "node", ok: major >= 24, detail: process.versions.node };
}

async function checkDatabase(): Promise<Finding[]> {
  const db = platformClient();
  const [version] = await db.$queryRaw<{ version: string; bypass: boolean }[]>`
    SELECT current_setting('server_version') AS version, rolbypassrls OR rolsuper AS bypass FROM pg_roles WHERE rolname = current_user`;
  const unsealed = await db.$queryRaw<{ name: string }[]>`
    SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'tenant_id' AND NOT a.attisdropped
    WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND NOT (c.relrowsecurity AND c.relforcerowsecurity)
      AND c.relname <> 'sign_in_tokens'`;
  const names = unsealed.map((table) => table.name).join(", ");
  return [
    { part: "database", ok: true, detail: `PostgreSQL ${version?.version}` },
    { part: "application role", ok: version?.bypass === false, detail: "bound by row-level security" },
    { part: "sealed tables", ok: names === "", detail: names || "every tenant table" },
  ];
}

function checkStripe(): Finding {
  const { localPort } = stripeSettings();
  return {
    part: "stripe",
    ok: true,
    detail: localPort === undefined ? "live keys" : `local stand-in on port ${localPort}`,
  };
}

function checkMail(): Finding {
  return {
    part: "mail",
    ok: true,
    detail: smtpUrl() ? "SMTP server set" : "no SMTP server: mails land in /dev/outbox",
  };
}
