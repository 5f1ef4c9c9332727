import { getTranslations } from "next-intl/server";
import { SectionCard } from "@/components/ui/card";
import { ActionForm } from "@/components/ui/form";
import { TextareaField, TextField } from "@/components/ui/form-fields";
import { setPricesAction } from "@/lib/whatsapp/actions";
import { microsText } from "@/lib/whatsapp/price-list";
import type { PriceList } from "@/lib/whatsapp/price-rules";

const EXAMPLE = "BR; marketing; 0.0625; 2026-01-01";
const ROWS = 8;

/** What a message costs, one price a line, so that a whole rate card is pasted at once (A17). */
export async function PricesCard({ slug, list: { currency, prices } }: { slug: string; list: PriceList }) {
  const t = await getTranslations("whatsapp.prices");
  const lines = prices.map(({ callingCode, category, amountMicros, validFrom }) =>
    [callingCode, category, microsText(amountMicros), validFrom].join("; "),
  );
  return (
    <SectionCard id="prices" title={t("title")} description={t("description")}>
      <ActionForm
        action={setPricesAction.bind(null, slug)}
        submitLabel={t("submit")}
        successMessage={t("saved")}
      >
        <TextField
          name="currency"
          label={t("currency")}
          defaultValue={currency ?? "USD"}
          maxLength={3}
          autoComplete="off"
        />
        <TextareaField
          name="prices"
          label={t("list")}
          hint={t("hint")}
          defaultValue={lines.join("\n")}
          placeholder={EXAMPLE}
          rows={ROWS}
          spellCheck={false}
          className="font-mono"
          optional
        />
      </ActionForm>
    </SectionCard>
  );
}
