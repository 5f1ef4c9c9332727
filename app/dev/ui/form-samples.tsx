import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Checkbox, Radio } from "@/components/ui/checkbox";
import { CountedTextareaField, CountedTextField } from "@/components/ui/counted-fields";
import { Field } from "@/components/ui/field";
import { ActionForm } from "@/components/ui/form";
import { CheckboxField, CheckboxGroupField, RadioField, SwitchField } from "@/components/ui/form-choices";
import { FileField, SelectField, TextField } from "@/components/ui/form-fields";
import { Switch } from "@/components/ui/switch";
import { TextInput } from "@/components/ui/text-input";
import { Sample } from "./sample";
import { sampleAction } from "./sample-action";

const kinds = [
  { value: "gym", label: "Academia" },
  { value: "school", label: "Escola" },
  { value: "club", label: "Clube de corrida" },
];

export function FormSamples() {
  return (
    <Sample id="forms" title="Formulários">
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <Card>
          <ActionForm
            action={sampleAction}
            submitLabel="Salvar comunidade"
            successMessage="Comunidade salva"
            actions={<Button variant="quiet">Cancelar</Button>}
          >
            <CountedTextField
              name="name"
              label="Nome da comunidade"
              hint="“erro” mostra os erros, “longe” leva a outra página."
              maxGraphemes={100}
            />
            <CountedTextareaField name="about" label="Descrição" optional maxGraphemes={2048} />
            <SelectField name="kind" label="Tipo de negócio" options={kinds} placeholder="Escolha" />
            <TextField name="password" label="Senha" type="password" autoComplete="new-password" />
            <FileField name="photo" label="Foto" hint="PNG ou JPEG, até 5 MB" accept="image/*" optional />
            <RadioField
              name="access"
              label="Como se entra"
              defaultValue="link"
              options={[
                { value: "link", label: "Pelo link", hint: "Quem tiver o convite entra na hora" },
                { value: "ask", label: "Com pedido", hint: "Alguém da equipe aprova" },
              ]}
            />
            <CheckboxGroupField
              name="topics"
              label="Assuntos"
              options={[
                { value: "events", label: "Eventos" },
                { value: "offers", label: "Promoções" },
              ]}
              defaultValues={["events"]}
            />
            <SwitchField
              name="quiet"
              label="Silêncio à noite"
              hint="Nada sai entre 21h e 8h"
              defaultChecked
            />
            <CheckboxField name="consent" label="As pessoas aceitaram receber avisos" />
          </ActionForm>
        </Card>
        <Card className="grid gap-5">
          <Field id="sample-error" label="Com erro" errors={["Este nome já existe na aldeia."]}>
            <TextInput
              id="sample-error"
              defaultValue="Corre Vila"
              aria-invalid
              aria-describedby="sample-error-error"
            />
          </Field>
          <Field id="sample-off" label="Indisponível">
            <TextInput id="sample-off" defaultValue="Só quem administra muda" disabled />
          </Field>
          <Field id="sample-read" label="Só leitura" hint="Este código não muda">
            <TextInput
              id="sample-read"
              defaultValue="corre-vila"
              readOnly
              aria-describedby="sample-read-hint"
            />
          </Field>
          <div>
            <Checkbox label="Marcada" defaultChecked />
            <Checkbox label="Indisponível" disabled />
            <Checkbox label="Marcada e indisponível" defaultChecked disabled />
            <Radio name="sample-radio" label="Escolhida" defaultChecked />
            <Radio name="sample-radio" label="Outra" />
            <Switch label="Ligado" defaultChecked />
            <Switch label="Desligado" />
            <Switch label="Indisponível" disabled />
          </div>
        </Card>
      </div>
    </Sample>
  );
}
