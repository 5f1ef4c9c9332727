"use client";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { fetchJson } from "@/components/ui/fetch-json";
import { voteIdeaAction } from "@/lib/feedback/actions";
import { initialFormState } from "@/lib/platform/actions/form-state";

type Similar = { id: string; title: string; votes: string; state: string; hasVoted: boolean; isOwn: boolean };

type SimilarIdeasProps = {
  slug: string;
  texts: { title: string; support: string; supportOf: string; supported: string; isOwn: string };
  /** The field that it listens to. */
  children: ReactNode;
};

/** Above this many milliseconds of rest the words are asked for. */
const REST_MS = 350;

/** While somebody writes an idea: what others have asked for already, to support rather than to repeat. */
export function SimilarIdeas({ slug, texts, children }: SimilarIdeasProps) {
  const [found, setFound] = useState<readonly Similar[]>([]);
  const asking = useRef<AbortController>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => () => clearTimeout(timer.current), []);

  function ask(words: string) {
    clearTimeout(timer.current);
    timer.current = setTimeout(async () => {
      asking.current?.abort();
      const asked = new AbortController();
      asking.current = asked;
      const query = new URLSearchParams({ words });
      await fetchJson<Similar[]>(`/m/${slug}/ideas/similar?${query}`, asked.signal)
        .then(setFound)
        // Offline there is nothing to suggest; the idea can be sent all the same.
        .catch(() => undefined);
    }, REST_MS);
  }

  return (
    <div className="grid gap-3" onInput={(event) => ask((event.target as HTMLInputElement).value)}>
      {children}
      <div aria-live="polite">
        {found.length > 0 && (
          <div className="grid gap-2 rounded-control bg-sunken p-3">
            <p className="text-meta">{texts.title}</p>
            <ul className="grid gap-2">
              {found.map((idea) => (
                <SimilarIdea key={idea.id} slug={slug} idea={idea} texts={texts} />
              ))}
            </ul>
          </div>
        )}
      </div>
    </div>
  );
}

function SimilarIdea({ slug, idea, texts }: Pick<SimilarIdeasProps, "slug" | "texts"> & { idea: Similar }) {
  const [isSupported, setSupported] = useState(idea.hasVoted);
  async function support() {
    const form = new FormData();
    form.set("feedbackId", idea.id);
    const { ok } = await voteIdeaAction(slug, initialFormState, form);
    if (ok) setSupported(true);
  }
  return (
    <li className="flex flex-wrap items-center justify-between gap-2">
      <div className="grid min-w-0">
        <p className="break-words font-semibold">{idea.title}</p>
        <p className="text-ink2 text-meta">
          {idea.state} · {idea.votes}
        </p>
      </div>
      {idea.isOwn && <span className="text-meta">{texts.isOwn}</span>}
      {!idea.isOwn && isSupported && <span className="text-meta">{texts.supported}</span>}
      {!(idea.isOwn || isSupported) && (
        <Button
          onClick={() => void support()}
          aria-label={texts.supportOf.replace("{title}", () => idea.title)}
        >
          {texts.support}
        </Button>
      )}
    </li>
  );
}
