import { beforeEach, expect, test } from "vitest";
import { createAnnouncement } from "@/lib/announcements/commands/create-announcement";
import { createAnnouncementInput } from "@/lib/announcements/schema";
import type { TenantContext } from "@/lib/platform/context";
import {
  createTemplate,
  deleteTemplate,
  keepAsTemplate,
  updateTemplate,
} from "@/lib/templates/commands/save-template";
import { getTemplate, listTemplates } from "@/lib/templates/queries/list-templates";
import { createTemplateInput } from "@/lib/templates/schema";
import { aCommunity } from "../../support/village-rooms";
import { aTenant, type Neighbour } from "../../support/world";

let here: Neighbour;
let owner: TenantContext;
const POLL = {
  kind: "poll",
  question: "Qual dia?",
  options: ["Sábado", "Domingo"],
  multiple: false,
} as const;
const words = (given: object = {}) =>
  createTemplateInput.parse({ name: "Treino", body: "Corrida, {{first_name|gente}}", ...given });

beforeEach(async () => {
  here = await aTenant();
  owner = here.as("owner");
});

test("A2: a template keeps name, kind, text with merge fields, and what it asks", async () => {
  const { id } = await createTemplate(owner, words({ kind: "event", block: POLL }));
  const shown = { id, name: "Treino", kind: "event", body: "Corrida, {{first_name|gente}}", block: POLL };
  expect(await getTemplate(owner, id)).toMatchObject(shown);
  expect((await listTemplates(owner, { limit: 10 })).data).toMatchObject([shown]);
});

test("it is checked as an announcement is: unknown merge fields and too long a name are refused", () => {
  const read = createTemplateInput.safeParse({ name: "x".repeat(101), body: "Oi {{apelido}}" });
  expect(read.error?.issues.map(({ path, message }) => [path[0], message])).toEqual([
    ["name", "too_big_text"],
    ["body", "unknown_merge_field"],
  ]);
});

test("an announcement is kept as a template, and changing that leaves the announcement as it is", async () => {
  const { id: communityId } = await aCommunity(owner);
  const input = { communityIds: [communityId], body: "Oi", kind: "promotion", block: POLL };
  const announcement = await createAnnouncement(owner, createAnnouncementInput.parse(input));
  const kept = await keepAsTemplate(owner, { announcementId: announcement.id, name: "Oferta" });
  expect(kept).toMatchObject({ name: "Oferta", kind: "promotion", body: "Oi", block: POLL });
  await updateTemplate(owner, kept.id, { body: "Olá", block: null });
  expect(await getTemplate(owner, kept.id)).toMatchObject({ name: "Oferta", body: "Olá", block: null });
  const row = await owner.db.announcement.findFirst({ where: { id: announcement.id } });
  expect(row).toMatchObject({ body: "Oi" });
});

test("R2: a marketer keeps their own and not those of others; an agent has none", async () => {
  const marketer = here.as("marketer");
  const own = await createTemplate(marketer, words());
  await updateTemplate(marketer, own.id, { name: "Meu" });
  const { id } = await createTemplate(owner, words());
  await expect(updateTemplate(marketer, id, { name: "Dele" })).rejects.toMatchObject({ code: "not_allowed" });
  await expect(deleteTemplate(marketer, id)).rejects.toMatchObject({ code: "not_allowed" });
  await expect(listTemplates(here.as("agent"), { limit: 10 })).rejects.toMatchObject({ code: "not_allowed" });
  await deleteTemplate(owner, own.id);
  await expect(getTemplate(marketer, own.id)).rejects.toMatchObject({ code: "not_found" });
});

test("an announcement that somebody may not see is no template for them", async () => {
  const { id: communityId } = await aCommunity(owner);
  const input = createAnnouncementInput.parse({ communityIds: [communityId], body: "Oi" });
  const { id: announcementId } = await createAnnouncement(owner, input);
  await expect(keepAsTemplate(here.as("marketer"), { announcementId, name: "Meu" })).rejects.toMatchObject({
    code: "not_found",
  });
});
