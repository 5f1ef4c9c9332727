import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/ui/form";
import { CheckboxGroupField, RadioField } from "@/components/ui/form-choices";
import { answerBlockAction } from "@/lib/blocks/actions";
import type { BlockOf } from "@/lib/blocks/schema";
import { AnswerBars } from "./answer-bars";
import type { PortalBlockProps } from "./portal-block";

type PortalPollProps = PortalBlockProps & { content: BlockOf<"poll"> };

/** A poll: its options, and how many chose them once one has voted or it is over. */
export async function PortalPoll({ slug, view, content }: PortalPollProps) {
  const t = await getTranslations("blocks.poll");
  const { own, results, isOpen } = view;
  return (
    <>
      {isOpen ? (
        <PollForm slug={slug} view={view} content={content} />
      ) : (
        <p className="break-words font-semibold [overflow-wrap:anywhere]">{content.question}</p>
      )}
      {results && (
        <AnswerBars
          {...results}
          own={own?.choices ?? []}
          nameOf={(choice) => content.options[Number(choice)] ?? choice}
        />
      )}
      <p className="text-ink2 text-meta">{t("note")}</p>
    </>
  );
}

async function PollForm({ slug, view, content }: Pick<PortalPollProps, "slug" | "view" | "content">) {
  const t = await getTranslations("blocks.poll");
  const { block, own } = view;
  const label = (
    <span className="break-words font-semibold text-body [overflow-wrap:anywhere]">{content.question}</span>
  );
  const options = content.options.map((text, place) => ({ value: String(place), label: text }));
  const fields = { name: "choices[]", label, hint: t(content.multiple ? "many" : "one"), options };
  return (
    <ActionForm
      action={answerBlockAction.bind(null, slug)}
      submitLabel={t(own ? "change" : "vote")}
      submitVariant={own ? "secondary" : "primary"}
      successMessage={t("voted")}
      className="gap-3"
    >
      <input type="hidden" name="blockId" value={block.id} />
      {content.multiple ? (
        <CheckboxGroupField {...fields} defaultValues={own?.choices ?? []} />
      ) : (
        <RadioField {...fields} {...(own?.choices[0] ? { defaultValue: own.choices[0] } : {})} />
      )}
    </ActionForm>
  );
}
