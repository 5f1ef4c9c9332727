import { notFound } from "next/navigation";
import { AuthShell } from "@/components/layout/auth-shell";
import { ActionForm } from "@/components/ui/form";
import { TextField } from "@/components/ui/form-fields";
import { devPagesShown } from "../dev-pages-shown";
import { sampleAction } from "../sample-action";

export default function AuthPage() {
  if (!devPagesShown()) notFound();
  return (
    <AuthShell
      title="Entrar"
      description="Boas-vindas de volta."
      below={
        <p>
          Primeira vez?{" "}
          <a className="link" href="/dev/ui">
            Criar minha aldeia
          </a>
        </p>
      }
    >
      <ActionForm action={sampleAction} submitLabel="Entrar">
        <TextField name="email" label="E-mail" type="email" autoComplete="username" inputMode="email" />
        <TextField name="password" label="Senha" type="password" autoComplete="current-password" />
      </ActionForm>
    </AuthShell>
  );
}
