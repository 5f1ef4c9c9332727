"use client";
import { Printer } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { ActionForm } from "@/components/ui/form";
import { Icon } from "@/components/ui/icon";
import { Qr } from "@/components/ui/qr";
import type { FormState } from "@/lib/platform/actions/form-state";

export type InviteMakerTexts = {
  submit: string;
  ready: string;
  readyBody: string;
  copy: string;
  copyText: string;
  whatsappText: string;
  /** With `{url}` in the place of the link. */
  whatsapp: string;
  print: string;
  qr: string;
  another: string;
};

type InviteMakerProps = {
  action: (previous: FormState, form: FormData) => Promise<FormState>;
  name: string;
  texts: InviteMakerTexts;
  children: ReactNode;
};

/** Makes an invite and shows its link this once: to copy, to send, to print. */
export function InviteMaker({ action, name, texts, children }: InviteMakerProps) {
  const [url, setUrl] = useState<string | null>(null);
  const make = async (previous: FormState, form: FormData) => {
    const state = await action(previous, form);
    const made = state.data as { url?: string } | undefined;
    if (state.ok && made?.url) setUrl(made.url);
    return state;
  };
  if (url === null)
    return (
      <ActionForm action={make} submitLabel={texts.submit}>
        {children}
      </ActionForm>
    );
  const message = texts.whatsapp.replace("{url}", url);
  return (
    <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-4">
      <Alert tone="success" title={texts.ready} live>
        {texts.readyBody}
      </Alert>
      <div className="grid justify-items-center gap-3 rounded-card border border-line p-4 print:fixed print:inset-0 print:z-50 print:content-center print:border-0 print:bg-white">
        <p className="text-center font-display font-semibold text-lead print:text-h1">{name}</p>
        <Qr text={url} label={texts.qr} className="w-52 print:w-[12cm]" />
        <p
          data-testid="invite-url"
          className="max-w-full break-all text-center font-mono text-caption text-ink2"
        >
          {url}
        </p>
      </div>
      <div className="flex flex-wrap gap-2 max-sm:[&>*]:grow">
        <CopyButton text={url} label={texts.copy} variant="primary" />
        <CopyButton text={message} label={texts.copyText} />
        <Button icon={<Icon of={Printer} size={16} />} onClick={() => window.print()}>
          {texts.print}
        </Button>
      </div>
      <figure className="grid grid-cols-[minmax(0,1fr)] gap-1">
        <figcaption className="text-ink2 text-meta">{texts.whatsappText}</figcaption>
        <blockquote className="break-words [overflow-wrap:anywhere] rounded-card bg-bolha-out px-3.5 py-2.5 text-control">
          {message}
        </blockquote>
      </figure>
      <Button variant="quiet" onClick={() => setUrl(null)}>
        {texts.another}
      </Button>
    </div>
  );
}
