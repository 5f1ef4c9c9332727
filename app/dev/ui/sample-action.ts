"use server";
import { redirect } from "next/navigation";
import type { FormState } from "@/lib/platform/actions/form-state";
import { devPagesShown } from "./dev-pages-shown";

/** Answers as a real action would: name "erro" is refused, "longe" leads away, all else succeeds. Keeps nothing. */
export async function sampleAction(_previous: FormState, form: FormData): Promise<FormState> {
  if (!devPagesShown()) return { ok: false };
  const name = String(form.get("name") ?? "");
  if (name === "longe") redirect("/dev/ui/auth");
  if (name && name !== "erro") return { ok: true };
  const values = Object.fromEntries(
    [...new Set(form.keys())]
      .filter((key) => !key.startsWith("$") && key !== "password")
      .map((key) => [key, form.getAll(key).filter((value) => typeof value === "string")]),
  );
  return {
    ok: false,
    code: "invalid",
    values,
    errorId: "01JD-EXEMPLO",
    fieldErrors: {
      name: ["Escreva o nome da comunidade."],
      kind: ["Escolha um tipo de negócio."],
      consent: ["Confirme que as pessoas aceitaram receber avisos."],
    },
  };
}
