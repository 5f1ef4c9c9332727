import { execFileSync } from "node:child_process";
import { type APIRequestContext, type APIResponse, expect, type Page } from "@playwright/test";
import { type Api, apiWith } from "./support/api";
import { test, unique } from "./support/journey";
import { apiKeyOf } from "./support/operator";
import { signIn } from "./support/sign-in";

// R1, R2, T3: every page of the dashboard and the portal × each role of the demo village: 200 where the row of the matrix
// says so, 404 where not, never a 500; one h1 and a language on each.
type Row = { address: string; allowed: readonly string[] | "members"; query: string };
type Ids = Record<string, string>;
const ROLES = ["owner", "admin", "marketer", "finance", "agent"] as const;
const NOBODY = "01900000-0000-7000-8000-000000000000";
const UUID = "[0-9a-f]{8}-[0-9a-f-]{27}";

const loader = ["--import", "./bin/server-only.mjs", "--import", "tsx", "tests/e2e/support/page-rows.ts"];
const rows = JSON.parse(execFileSync(process.execPath, loader, { encoding: "utf8" })) as Row[];
const ofStaff = rows.filter(({ allowed }) => allowed !== "members");
const ofMembers = rows.filter(({ allowed }) => allowed === "members");

for (const role of ROLES) {
  test(`${role}: every page of the dashboard`, async ({ page, request }) => {
    test.setTimeout(300_000);
    const ids = await idsOfAurora(request);
    await signIn(page, `${role}@aurora.example`);
    const wrong: string[] = [];
    for (const { address, allowed, query } of ofStaff) {
      const wanted = allowed.includes(role) ? 200 : 404;
      if (addressOf(address, ids).includes(NOBODY)) continue;
      wrong.push(...(await problemsOf(page, `${addressOf(address, ids)}${query}`, wanted)));
    }
    expect(wrong).toEqual([]);
  });
}

test("a cursor that is none, and a filter that is none, are no bug on any page", async ({
  page,
  request,
}) => {
  test.setTimeout(300_000);
  const ids = await idsOfAurora(request);
  await signIn(page, "owner@aurora.example");
  const wrong: string[] = [];
  for (const { address } of rows) {
    const query = "cursor=x&view=x&status=x&q=%00&tag=%00&page=-1&communityId=x&groupId=x";
    const answer = await page.request.get(`${addressOf(address, ids)}?${query}`);
    if (answer.status() >= 500) wrong.push(`${answer.url()}: ${answer.status()}`);
  }
  expect(wrong).toEqual([]);
});

test("a stranger is sent to sign in from every page", async ({ page, request }) => {
  const ids = await idsOfAurora(request);
  for (const { address } of rows) {
    const answer = await page.request.get(addressOf(address, ids), { maxRedirects: 0 });
    expect(answer.headers().location ?? (await answer.text()), address).toContain("entrar");
  }
});

test("T3: the owner of one tenant finds no page of the other", async ({ page, request }) => {
  const ids = await idsOfAurora(request);
  await signIn(page, "owner@aurora.example");
  const wrong: string[] = [];
  for (const { address } of rows)
    wrong.push(...(await problemsOf(page, addressOf(address, ids).replace("/aurora", "/brisa"), 404)));
  expect(wrong).toEqual([]);
});

test("the owner, who is a member too: every page of the portal", async ({ page }) => {
  test.setTimeout(300_000);
  await signIn(page, "owner@aurora.example");
  const wrong: string[] = [];
  for (const { address } of ofMembers) {
    const id = address.includes("[id]") ? await linkedId(page, address) : "";
    if (id !== null) wrong.push(...(await problemsOf(page, addressOf(address, { id }), 200)));
  }
  expect(wrong).toEqual([]);
});

/** What is wrong with the answer of one page. */
async function problemsOf(page: Page, address: string, wanted: number): Promise<string[]> {
  const answer: APIResponse = await page.request.get(address);
  const html = await answer.text();
  if (answer.status() !== wanted) return [`${address}: ${answer.status()}, not ${wanted}`];
  // The page of a 404 is drawn in the browser; the journeys look at it there.
  if (wanted === 404) return [];
  const headings = html.replace(/<(script|template)[\s\S]*?<\/\1>/g, "").match(/<h1[\s>]/g) ?? [];
  const problems = /<html[^>]+lang="(pt-BR|en|es)"/.test(html) ? [] : [`${address}: no language`];
  return headings.length === 1 ? problems : [...problems, `${address}: ${headings.length} h1`];
}

function addressOf(address: string, ids: Ids): string {
  const section = address.split("/")[3] ?? "";
  const inside = /^\/t\/\[tenant\]\/(?:members\/(import|segments|acts)|announcements\/(templates))\//.exec(
    address,
  );
  const part = inside?.[1] ?? inside?.[2];
  const id = ids[part ?? section] ?? ids.id ?? NOBODY;
  return address
    .replace("[tenant]", "aurora")
    .replace(/\[(\w+)\]/g, (_, name: string) => (name === "id" ? id : (ids[name] ?? "")));
}

/** The first link of a list in the portal that leads to a page of this form; null where the list is empty. */
async function linkedId(page: Page, address: string): Promise<string | null> {
  const list = address.slice(0, address.indexOf("/[id]")).replace("[tenant]", "aurora");
  const html = await (await page.request.get(list)).text();
  return new RegExp(`${list}/(${UUID})`).exec(html)?.[1] ?? null;
}

let known: Promise<Ids> | undefined;

/** One of each thing of the demo village, in a community that the marketer and the agent were granted. */
function idsOfAurora(request: APIRequestContext): Promise<Ids> {
  known ??= findIds(apiWith(request, apiKeyOf("aurora")));
  return known;
}

async function findIds(api: Api): Promise<Ids> {
  const first = async (path: string) => (await api.get<{ data: { id: string }[] }>(path)).data[0]?.id ?? "";
  const feedback = await api.get<{ data: { id: string; communityId: string | null }[] }>("/feedback");
  const item = feedback.data.find(({ communityId }) => communityId !== null);
  const communityId = item?.communityId ?? (await first("/communities"));
  const groupId = await first(`/communities/${communityId}/groups`);
  const members = await api.get<{ data: { memberId: string }[] }>(`/communities/${communityId}/members`);
  const draft = { communityIds: [communityId], body: "Um rascunho" };
  const announcement = await api.post<{ id: string }>("/announcements", draft);
  const invite = await api.post<{ id: string }>("/invites", { communityId });
  const ids = {
    communityId,
    groupId,
    inviteId: invite.id,
    feedback: item?.id ?? "",
    announcements: announcement.id,
  };
  const segment = await api.post<{ id: string }>("/segments", {
    name: "Corrida",
    filter: { tag: "corrida" },
  });
  const memberId = members.data.at(-1)?.memberId ?? "";
  const act = await api.post<{ id: string }>("/bulk-acts", {
    action: "tag",
    selection: { memberIds: [memberId] },
    tags: ["corrida"],
    confirmPeople: 1,
  });
  const template = await api.post<{ id: string }>("/announcement-templates", {
    name: unique("Modelo"),
    body: "Bom dia",
  });
  const inbox = await first("/conversations");
  const imported = (await first("/imports")) || NOBODY;
  return {
    ...ids,
    members: memberId,
    import: imported,
    inbox,
    segments: segment.id,
    acts: act.id,
    templates: template.id,
    kind: "posted",
  };
}
