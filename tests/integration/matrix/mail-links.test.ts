import { beforeAll, describe, expect, test } from "vitest";
import { findMembersByEmail } from "@/lib/accounts/queries/find-members-by-email";
import { platformClient, tenantClient } from "@/lib/platform/db/clients";
import { publicUrl } from "@/lib/platform/env";
import type { StaffRole } from "@/lib/shared/actor";
import { newId } from "@/lib/shared/ids";
import { takeMails } from "../../support/mail-queue";
import { aTenant, type Neighbour } from "../../support/world";
import { stripeForTests } from "../billing/stripe-world";
import { drawPage, pageFiles } from "../privacy/draw-page";
import { aPlace, type Place } from "./place";
import { mailRows, pageRows } from "./rows";
import { outcomeOf, signIn } from "./web-edge";

// R2, T3: a link in a mail leads whoever gets it to a page that opens for them, never to a 404.
stripeForTests();
let here: Neighbour;
let place: Place;

beforeAll(async () => {
  here = await aTenant();
  place = await aPlace(here, { granted: true });
  const value = `vizinha@${here.slug}.example`;
  const { memberId } = place;
  await place.owner.db.identifier.create({
    data: { id: newId(), memberId, kind: "email", value, canonical: value },
  });
});

describe.each(Object.entries(mailRows))("%s", (_, row) => {
  test("links to what opens for its readers", async () => {
    await takeMails();
    await row.send(place);
    const mails = await takeMails();
    expect(mails.length).toBeGreaterThan(0);
    const closed: string[] = [];
    for (const { to, text } of mails)
      for (const path of linksIn(text)) if (!(await opensFor(to, path))) closed.push(`${path} to ${to}`);
    expect(closed).toEqual([]);
  });
});

test("the walk knows pages that do not open for a role", async () => {
  const { finance, owner } = here.staff;
  expect(await opensFor(finance.email, `/t/${here.slug}/settings/audit`)).toBe(false);
  expect(await opensFor(owner.email, `/t/${here.slug}/settings/audit`)).toBe(true);
  expect(await opensFor(owner.email, `/t/${here.slug}/nowhere`)).toBe(false);
});

/** The paths of our own addresses in a text. */
function linksIn(text: string): string[] {
  const words = text.match(/https?:\/\/\S+/g) ?? [];
  return words.filter((url) => url.startsWith(publicUrl())).map((url) => new URL(url).pathname);
}

/** Whether whoever reads a mail gets a page at an address when they have signed in by that mail's address. */
async function opensFor(address: string, path: string): Promise<boolean> {
  const page = matchOf([...pageFiles().keys()], path);
  if (!page) return handlerOpensFor(address, path);
  await signIn(await loginOf(address));
  const outcome = await outcomeOf(() => drawPage(page.name, { params: page.params }));
  return typeof outcome === "string" && outcome !== "404";
}

function handlerOpensFor(address: string, path: string): boolean {
  const handlers = Object.keys(pageRows).flatMap((name) => (/^GET (.+)$/.exec(name) ?? []).slice(1));
  const handler = matchOf(handlers, path);
  const allowed: readonly StaffRole[] | "members" | undefined = pageRows[`GET ${handler?.name}`]?.allowed;
  const [role] = Object.entries(here.staff).find(([, { email }]) => email === address) ?? [];
  return Array.isArray(allowed) && allowed.includes(role);
}

/** The page of an address; a fixed part comes before one in brackets. */
function matchOf(names: readonly string[], path: string) {
  for (const name of names.toSorted((a, b) => a.split("[").length - b.split("[").length)) {
    const pattern = name.replace(/\[([^\]]+)\]/g, "(?<$1>[^/]+)");
    const found = new RegExp(`^${pattern}$`).exec(path);
    if (found) return { name, params: { ...found.groups } };
  }
  return null;
}

/** Their login; of a member who never signed in the one that the first code makes. */
async function loginOf(email: string): Promise<string> {
  const known = await platformClient().user.findUnique({ where: { email }, select: { id: true } });
  if (known) return known.id;
  const userId = newId();
  await platformClient().user.create({ data: { id: userId, email }, select: { id: true } });
  for (const { tenantId, memberId } of await findMembersByEmail(email))
    await tenantClient(tenantId).member.updateMany({ where: { id: memberId }, data: { userId } });
  return userId;
}
