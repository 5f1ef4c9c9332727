import { createHmac, randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";

/** The only reader of `process.env` (a lint rule holds that). Every name here is in `.env.example`. */
function read(name: string): string | undefined {
  const value = process.env[name];
  return value === undefined || value === "" ? undefined : value;
}

/** Where the embedded database, uploads and outbox live. */
export function dataDir(): string {
  return resolve(read("ALDEIA_DATA_DIR") ?? ".aldeia");
}

/** The TCP port of the product, default 3000. */
export function port(): number {
  return Number(read("PORT") ?? 3000);
}

/** The address that browsers use; cookies and links depend on it, so it is one for all. */
export function publicUrl(): string {
  return (read("ALDEIA_URL") ?? read("NEXTAUTH_URL") ?? `http://localhost:${port()}`).replace(/\/$/, "");
}

/** The owner's connection: migrations, the job engine, LISTEN. Set by `aldeia start` when Postgres is embedded. */
export function databaseUrl(): string {
  const url = read("DATABASE_URL");
  if (!url)
    throw new Error("DATABASE_URL is not set: start with `npm start`, or set it to a PostgreSQL 15 or newer");
  return url;
}

/** The application's connection: role `aldeia_app`, bound by row-level security. Its password follows from the owner's. */
export function appDatabaseUrl(): string {
  const given = read("DATABASE_APP_URL");
  if (given) return given;
  const url = new URL(databaseUrl());
  url.password = appRolePassword(url.password);
  url.username = "aldeia_app";
  return url.toString();
}

/** Password of `aldeia_app`, derived so that several processes agree without one more secret. */
export function appRolePassword(ownerPassword: string): string {
  return createHmac("sha256", `aldeia:${ownerPassword}`).update("aldeia_app").digest("hex");
}

/** The secret that signs sessions and derives keys: from the environment, else made once in the data folder. */
export function secret(): string {
  const given = read("NEXTAUTH_SECRET");
  if (given) return given;
  const file = resolve(dataDir(), "secret");
  if (!existsSync(file)) {
    mkdirSync(dataDir(), { recursive: true });
    writeFileSync(file, randomBytes(32).toString("hex"), { mode: 0o600, flag: "wx" });
  }
  return readFileSync(file, "utf8");
}

/**
 * What seals secrets of others at rest (P17): the first seals, all of them open. Without any the installation's secret does,
 * and stays among them, so that what it sealed is not lost when keys are set.
 */
export function encryptionKeys(): string[] {
  const given = (read("ALDEIA_ENCRYPTION_KEYS") ?? "").split(",").filter((key) => key !== "");
  return [...given, secret()];
}

export type Role = "all" | "web" | "worker";

/** What this process does: pages and API, jobs, or both. */
export function role(): Role {
  const value = read("ALDEIA_ROLE") ?? "all";
  if (value === "all" || value === "web" || value === "worker") return value;
  throw new Error(`ALDEIA_ROLE must be all, web or worker, not ${value}`);
}

/** SMTP server for outgoing mail, e.g. `smtp://user:pass@host:587`; without it mails land in the outbox. */
export function smtpUrl(): string | undefined {
  return read("SMTP_URL");
}

/** Sender of outgoing mail. */
export function mailFrom(): string {
  return read("MAIL_FROM") ?? "Aldeia <nao-responda@aldeia.example>";
}

/** How many letters of announcements a second the mail server takes from us. */
export function mailPerSecond(): number {
  return Number(read("MAIL_PER_SECOND") ?? 20);
}

/** The secret with which the mail server signs mails that came back; without it none are taken in. */
export function mailWebhookSecret(): string | undefined {
  return read("MAIL_WEBHOOK_SECRET");
}

/** The keys that browsers know our pushes by (RFC 8292), if given; without them they are derived from the secret. */
export function givenVapidKeys(): { publicKey: string; privateKey: string } | undefined {
  const [publicKey, privateKey] = [read("VAPID_PUBLIC_KEY"), read("VAPID_PRIVATE_KEY")];
  return publicKey && privateKey ? { publicKey, privateKey } : undefined;
}

/** Whom a push service writes to when our pushes trouble it: a `mailto:` or `https:` address. */
export function vapidSubject(): string {
  return read("VAPID_SUBJECT") ?? `mailto:${/<([^<>]+)>/.exec(mailFrom())?.[1] ?? mailFrom()}`;
}

/** Origins of push services besides those of the browser makers. */
export function pushOrigins(): string[] {
  return (read("PUSH_ORIGINS") ?? "").split(",").filter((origin) => origin !== "");
}

/** WhatsApp's Cloud API: the port of the stand-in for tenants without a number, and the address for those with one. */
export function whatsappSettings(): { localUrl: string; apiUrl: string } {
  return {
    localUrl: `http://127.0.0.1:${read("WHATSAPP_LOCAL_PORT") ?? 4243}/v24.0`,
    apiUrl: read("WHATSAPP_API_URL") ?? "https://graph.facebook.com/v24.0",
  };
}

/** Stripe: without a secret key the local stand-in is used (B2). */
export function stripeSettings(): {
  secretKey: string;
  localPort: number | undefined;
  webhookSecret: string | undefined;
} {
  const secretKey = read("STRIPE_SECRET_KEY");
  return {
    secretKey: secretKey ?? "sk_test_aldeia_local",
    localPort:
      secretKey && !read("STRIPE_LOCAL_PORT") ? undefined : Number(read("STRIPE_LOCAL_PORT") ?? 4242),
    webhookSecret: read("STRIPE_WEBHOOK_SECRET"),
  };
}

/** Development pages (`/dev/ui`) also in a production build. */
export function devPages(): boolean {
  return read("ALDEIA_DEV_PAGES") === "1";
}

/** Built pages, as opposed to `npm run dev`. */
export function isProduction(): boolean {
  return read("NODE_ENV") === "production";
}

/** Requests a minute per API key. */
export function apiRateLimit(): number {
  return Number(read("ALDEIA_API_RATE_LIMIT") ?? 600);
}

/** Level of the log: fatal, error, warn, info, debug, silent. */
export function logLevel(): string {
  return read("LOG_LEVEL") ?? "info";
}
