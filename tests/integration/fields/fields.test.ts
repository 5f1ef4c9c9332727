import { describe, expect, test } from "vitest";
import { deleteField } from "@/lib/fields/commands/delete-field";
import { createField, moveField, updateField } from "@/lib/fields/commands/save-field";
import { getFieldUse, listFields } from "@/lib/fields/queries/list-fields";
import { createMember } from "@/lib/members/commands/create-member";
import { updateMember } from "@/lib/members/commands/update-member";
import { findMember } from "@/lib/members/queries/find-member";
import { aTenant, aWorld } from "../../support/world";
import { importFile } from "../imports/given";

const size = { name: "Tamanho", kind: "choice" as const, options: ["P", "M", "G", "m"] };

describe("fields that a tenant keeps of its people", () => {
  test("values are held to their kind, each fault at its field; what nobody defined stays as it came", async () => {
    const ctx = (await aTenant()).as("owner");
    await createField(ctx, size);
    await createField(ctx, { name: "Altura", kind: "number" });
    const fields = { Tamanho: "g", Altura: "1,72", apelido: "Nina", pago: true };
    const { id } = await createMember(ctx, { name: "Ana", fields });
    expect((await findMember(ctx, id))?.fields).toEqual({
      Tamanho: "G",
      Altura: 1.72,
      apelido: "Nina",
      pago: true,
    });
    await expect(updateMember(ctx, id, { fields: { Tamanho: "XG", Altura: "alta" } })).rejects.toMatchObject({
      code: "invalid_input",
      issues: [
        { path: "fields.Tamanho", code: "field_not_an_option" },
        { path: "fields.Altura", code: "field_not_a_number" },
      ],
    });
    await updateMember(ctx, id, { fields: { Tamanho: "", Altura: 1.8 } });
    expect((await findMember(ctx, id))?.fields).toEqual({ Altura: 1.8 });
  });

  test("the key stays when the name changes; the order is the tenant's own; a name is taken once", async () => {
    const ctx = (await aTenant()).as("owner");
    const first = await createField(ctx, size);
    const second = await createField(ctx, { key: "height", name: "Altura", kind: "number" });
    await updateField(ctx, first.id, { name: "Camiseta" });
    await moveField(ctx, { id: second.id, by: -1 });
    expect(await listFields(ctx)).toMatchObject([
      { key: "height", name: "Altura" },
      { key: "Tamanho", name: "Camiseta", options: ["P", "M", "G"] },
    ]);
    await expect(createField(ctx, { name: "Tamanho", kind: "text" })).rejects.toMatchObject({
      issues: [{ path: "name", code: "field_known" }],
    });
    await expect(createField(ctx, { ...size, name: "Outro", options: [" "] })).rejects.toMatchObject({
      issues: [{ path: "options", code: "required" }],
    });
  });

  test("deleting a field leaves its values, or takes them when asked", async () => {
    const ctx = (await aTenant()).as("owner");
    const field = await createField(ctx, size);
    const { id } = await createMember(ctx, { name: "Ana", fields: { Tamanho: "P" } });
    await deleteField(ctx, { id: field.id, withValues: false });
    expect(await getFieldUse(ctx)).toEqual({ fields: [], loose: [{ key: "Tamanho", memberCount: 1 }] });
    const adopted = await createField(ctx, size);
    expect((await getFieldUse(ctx)).fields).toMatchObject([{ key: "Tamanho", memberCount: 1 }]);
    await deleteField(ctx, { id: adopted.id, withValues: true });
    expect((await findMember(ctx, id))?.fields).toEqual({});
  });

  test("an import maps columns by key or name, reads each as its kind, and tells the row that is none", async () => {
    const tenant = await aTenant();
    const ctx = tenant.as("owner");
    await createField(ctx, { key: "shirt", name: "Camiseta", kind: "choice", options: ["P", "M"] });
    await createField(ctx, { name: "Sócio", kind: "yes_no" });
    const text = [
      "nome;email;camiseta;SOCIO;nascimento",
      "Ana;ana@x.example;m;sim;28/02/1990",
      "Bia;bia@x.example;GG;não;01/03/1991",
      "Caio;caio@x.example;P;;31/02/1992",
    ].join("\n");
    const done = await importFile(tenant, { text });
    expect(done.errors.map(({ row, code }) => `${row} ${code}`).sort()).toEqual([
      "3 field_not_an_option",
      "4 invalid_birthday",
    ]);
    const ana = await ctx.db.member.findFirst({ where: { name: "Ana" } });
    expect(ana).toMatchObject({ fields: { shirt: "M", Sócio: true }, birthdayOn: new Date("1990-02-28") });
  });

  test("T3: another tenant's fields are not there, and theirs to name as they like", async () => {
    const { here, there } = await aWorld();
    const { id } = await createField(here.as("owner"), size);
    await createField(there.as("owner"), size);
    await expect(updateField(there.as("owner"), id, { name: "x" })).rejects.toMatchObject({
      code: "not_found",
    });
  });
});
