import { describe, expect, test } from "vitest";
import { commentFeedback } from "@/lib/feedback/commands/comment-feedback";
import { updateFeedback } from "@/lib/feedback/commands/update-feedback";
import { readContactToken } from "@/lib/feedback/contact-token";
import { listFeedback } from "@/lib/feedback/queries/list-feedback";
import { createForm, revokeForm } from "@/lib/feedback-forms/commands/create-form";
import { forgetContactByLink, systemForgetContacts } from "@/lib/feedback-forms/commands/forget-contact";
import { sendPublicFeedback } from "@/lib/feedback-forms/commands/send-public-feedback";
import { findForm, formContext } from "@/lib/feedback-forms/queries/find-form";
import { listForms } from "@/lib/feedback-forms/queries/list-forms";
import { publicForm } from "@/lib/feedback-forms/schema";
import { eraseMember } from "@/lib/privacy/commands/erase-member";
import { daysAfter } from "@/lib/shared/days";
import { newId } from "@/lib/shared/ids";
import { aHouse } from "../../support/feedback-house";
import { queuedMails } from "../../support/mail-queue";
import { aTenant, NOON } from "../../support/world";

let address = 0;
const visitor = () => ({ now: NOON, locale: "pt-BR" as const, ip: `198.51.100.${++address}` });
const said = (fields: object) =>
  publicForm.parse({ kind: "complaint", title: "Fila longa", body: "", ...fields });

async function aForm() {
  const house = await aHouse(1);
  const owner = house.here.as("owner");
  const { id: formId } = await createForm(owner, { name: "Balcão", communityId: house.communityId });
  const url = (await listForms(owner))[0]?.url ?? "";
  const token = url.slice(url.lastIndexOf("/") + 1);
  const send = (fields: object, from = visitor()) => {
    const ctx = formContext(token, from);
    if (!ctx) throw new Error("no context");
    return sendPublicFeedback(ctx, token, said(fields));
  };
  const items = async () => (await listFeedback(owner, {}, { limit: 50 })).data;
  return { ...house, owner, formId, token, send, items };
}

describe("F1: the public form", () => {
  test("what anybody says is an item of nobody in its community; twice pressed is once", async () => {
    const { send, items, communityId, owner } = await aForm();
    await Promise.all([send({}), send({}), send({})]);
    expect(await items()).toEqual([
      expect.objectContaining({
        title: "Fila longa",
        memberId: null,
        communityId,
        source: "form",
        isShared: false,
        contact: null,
      }),
    ]);
    expect((await listForms(owner))[0]?.received).toBe(1);
  });

  test("P12: the address of a member leads to nobody, and the team sees that there is one, not which", async () => {
    const { send, items, here, ana, owner } = await aForm();
    const { value: email } = await owner.db.identifier.findFirstOrThrow({ where: { memberId: ana } });
    await send({ email, name: "Ana", consent: "on" });
    const [item] = await items();
    expect(item).toMatchObject({ memberId: null, contact: { name: "Ana", hasEmail: true } });
    expect(JSON.stringify(item)).not.toContain(email);
    const own = await listFeedback(here.as({ memberId: ana }), {}, { limit: 5 });
    expect(own.data).toEqual([]);
  });

  test("name and address need consent; a machine is thanked and kept nowhere", async () => {
    const { send, items } = await aForm();
    const unasked = publicForm.safeParse({ kind: "praise", title: "Bom", email: "x@fora.example" });
    expect(unasked.error?.issues).toEqual([expect.objectContaining({ path: ["consent"] })]);
    await send({ website: "http://spam.example" });
    expect(await items()).toEqual([]);
  });

  test("an address is held to so many in a while, whichever words", async () => {
    const { send } = await aForm();
    const from = visitor();
    for (let n = 0; n < 30; n += 1) await send({ title: `Fila ${n}` }, from);
    await expect(send({ title: "Mais uma" }, from)).rejects.toMatchObject({ code: "too_many_requests" });
    await send({ title: "De outro lugar" });
  });

  test("T3, X18: revoked, unknown and foreign addresses show nothing, and a broken one neither", async () => {
    const { owner, formId, token, send, items } = await aForm();
    const there = await aTenant();
    await expect(revokeForm(there.as("owner"), formId)).rejects.toMatchObject({ code: "not_found" });
    await revokeForm(owner, formId);
    const ctx = formContext(token, visitor());
    expect(ctx && (await findForm(ctx, token))).toBeNull();
    await expect(send({})).rejects.toMatchObject({ code: "not_found" });
    expect(await items()).toEqual([]);
    expect((await listForms(owner))[0]).toMatchObject({ url: null });
    expect(formContext("x", visitor())).toBeNull();
  });

  test("R2: an agent opens forms of granted communities alone", async () => {
    const { here, communityId } = await aForm();
    const name = "Do atendimento";
    await createForm(here.as("agent", [communityId]), { name, communityId });
    for (const agent of [here.as("agent"), here.as("agent", [newId()])])
      await expect(createForm(agent, { name, communityId })).rejects.toMatchObject({ code: "not_granted" });
    const everywhere = createForm(here.as("agent", [communityId]), { name, communityId: null });
    await expect(everywhere).rejects.toMatchObject({ code: "not_granted" });
    expect(await listForms(here.as("agent"))).toEqual([]);
  });
});

describe("P16: the address that somebody left", () => {
  async function answered() {
    const form = await aForm();
    await form.send({ email: "Zoe@Fora.example", name: "Zoe", consent: "on" });
    const [item] = await form.items();
    const feedbackId = item?.id ?? "";
    const mails = async () =>
      (await queuedMails(form.here.tenantId)).filter(({ to }) => to === "zoe@fora.example");
    return { ...form, feedbackId, mails };
  }

  test("hears answers, and each end once; the link in it forgets the address, also for what follows", async () => {
    const { owner, feedbackId, mails, items } = await answered();
    await commentFeedback(owner, { feedbackId, body: "nota", internal: true });
    await commentFeedback(owner, { feedbackId, body: "Abrimos outro caixa." });
    for (const status of ["triaged", "done", "in_progress", "done"] as const)
      await updateFeedback(owner, { feedbackId, status });
    const texts = (await mails()).map(({ text }) => text);
    expect(texts.filter((text) => text.includes("Feito"))).toHaveLength(1);
    expect(texts.join()).not.toContain("nota");
    const token = /\/f\/contact\/([\w-]+)/.exec(texts[0] ?? "")?.[1] ?? "";
    expect(readContactToken(token)).toMatchObject({ feedbackId });
    await forgetContactByLink(token, NOON);
    await commentFeedback(owner, { feedbackId, body: "E mais um." });
    expect(await mails()).toHaveLength(texts.length);
    expect((await items())[0]?.contact).toBeNull();
    await expect(forgetContactByLink(`${token.slice(0, -2)}xx`, NOON)).rejects.toMatchObject({
      code: "not_found",
    });
  });

  test("goes 90 days after the end, not before; and with the erasure of a member of that address", async () => {
    const { owner, here, feedbackId, items, send, ana } = await answered();
    for (const status of ["triaged", "done"] as const) await updateFeedback(owner, { feedbackId, status });
    const contact = async () => (await items()).find(({ id }) => id === feedbackId)?.contact;
    await systemForgetContacts({ ...owner, now: daysAfter(NOON, 89) });
    expect(await contact()).not.toBeNull();
    await systemForgetContacts({ ...owner, now: daysAfter(NOON, 91) });
    expect(await contact()).toBeNull();
    const { value } = await owner.db.identifier.findFirstOrThrow({ where: { memberId: ana } });
    await send({ email: value, consent: "on", title: "Outra" });
    await eraseMember(here.as("owner"), ana);
    expect(await owner.db.feedback.count({ where: { contactEmail: { not: null } } })).toBe(0);
  });
});
