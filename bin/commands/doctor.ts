import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { systemCheckStripe } from "@/lib/billing/queries/check-stripe";
import { platformClient } from "@/lib/platform/db/clients";
import { dataDir, smtpUrl, stripeSettings } from "@/lib/platform/env";
import { checkSmtp } from "@/lib/platform/mail/check-smtp";
import { checkReadiness } from "@/lib/platform/readiness";
import { withDatabase } from "../database";
import { lookForStandIn } from "../stripe";

type Finding = { part: string; ok: boolean; detail: string };

/** `aldeia doctor`: checks every part and says what is on; exit 1 when one is broken. */
export async function run(): Promise<number> {
  const findings = [
    checkNode(),
    checkFiles(),
    ...(await checkDatabase()),
    ...(await checkStripe()),
    await checkMail(),
  ];
  for (const { part, ok, detail } of findings) {
    process.stdout.write(`${ok ? "ok    " : "BROKEN"} ${part}: ${detail}\n`);
  }
  return findings.every((finding) => finding.ok) ? 0 : 1;
}

function checkNode(): Finding {
  const major = Number(process.versions.node.split(".")[0]);
  return { part: "node", ok: major >= 24, detail: process.versions.node };
}

function checkFiles(): Finding {
  const probe = join(dataDir(), "doctor-probe");
  try {
    mkdirSync(dataDir(), { recursive: true });
    writeFileSync(probe, "");
    rmSync(probe);
    return { part: "data folder", ok: true, detail: dataDir() };
  } catch (error) {
    return { part: "data folder", ok: false, detail: (error as Error).message };
  }
}

async function checkDatabase(): Promise<Finding[]> {
  try {
    return await withDatabase(async () => [
      await checkServer(),
      await checkSeal(),
      await checkMigrations(),
      await checkQueue(),
    ]);
  } catch (error) {
    return [{ part: "database", ok: false, detail: (error as Error).message }];
  }
}

async function checkServer(): Promise<Finding> {
  const [row] = await platformClient().$queryRaw<{ version: string; free: boolean }[]>`
    SELECT current_setting('server_version') AS version, rolbypassrls OR rolsuper AS free FROM pg_roles WHERE rolname = current_user`;
  const detail = `PostgreSQL ${row?.version}; the application is ${row?.free ? "NOT " : ""}bound by row-level security`;
  return { part: "database", ok: row?.free === false, detail };
}

async function checkSeal(): Promise<Finding> {
  const open = await platformClient().$queryRaw<{ name: string }[]>`
    SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'tenant_id' AND NOT a.attisdropped
    WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND NOT (c.relrowsecurity AND c.relforcerowsecurity)
      AND c.relname <> 'sign_in_tokens'`;
  return {
    part: "sealed tables",
    ok: open.length === 0,
    detail: open.map(({ name }) => name).join(", ") || "every tenant table",
  };
}

async function checkMigrations(): Promise<Finding> {
  const { migrations } = await checkReadiness();
  return {
    part: "migrations",
    ok: migrations,
    detail: migrations ? "up to date" : "some are missing: run aldeia migrate",
  };
}

async function checkQueue(): Promise<Finding> {
  const [row] = await platformClient().$queryRaw<{ workers: number }[]>`SELECT live_workers() AS workers`;
  const detail = row?.workers ? `${row.workers} running` : "none running (started by npm start)";
  return { part: "worker", ok: true, detail };
}

async function checkStripe(): Promise<Finding[]> {
  if (stripeSettings().localPort !== undefined && !(await lookForStandIn())) {
    return [{ part: "stripe key", ok: true, detail: "none: npm start brings the local stand-in" }];
  }
  return await systemCheckStripe();
}

async function checkMail(): Promise<Finding> {
  const url = smtpUrl();
  if (!url) return { part: "mail", ok: true, detail: "no SMTP server: mails land in /dev/outbox" };
  const complaint = await checkSmtp(url);
  return { part: "mail", ok: complaint === null, detail: complaint ?? "the SMTP server answers" };
}
