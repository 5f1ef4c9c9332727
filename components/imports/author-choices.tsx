import { getTranslations } from "next-intl/server";
import { SelectField } from "@/components/ui/form-fields";
import type { ChatReview, Suggestion } from "@/lib/imports/types";

const SHOWN = 200;

type AuthorChoicesProps = {
  authors: ChatReview["authors"];
  suggestions: ReadonlyMap<string, Suggestion[]>;
};

/** Who each name of the chat is: a new member, or one of those with such a name. */
export async function AuthorChoices({ authors, suggestions }: AuthorChoicesProps) {
  const t = await getTranslations("imports.chat");
  return (
    <ul className="grid gap-4 sm:grid-cols-2">
      {authors.slice(0, SHOWN).map(({ name, messages, memberId }, index) => {
        const known = suggestions.get(name) ?? [];
        const isListed = memberId === null || known.some(({ id }) => id === memberId);
        const options = [
          ...(isListed ? [] : [{ value: memberId, label: t("knownAuthor") }]),
          ...known.map((member) => ({ value: member.id, label: member.name })),
        ];
        return (
          <li key={name} className="min-w-0">
            <input type="hidden" name={`author-${index}`} value={name} />
            <SelectField
              name={`member-${index}`}
              label={name}
              hint={t("authorMessages", { count: messages })}
              options={options}
              placeholder={t("newMember")}
              defaultValue={memberId ?? ""}
            />
          </li>
        );
      })}
    </ul>
  );
}
