"use client";

import { useTranslations } from "next-intl";
import { Fold } from "@/components/developers/fold";
import { PlainWords } from "@/components/developers/reference/plain-words";
import { ShapeNotes } from "@/components/developers/schema/shape-notes";
import { shapeOf } from "@/components/developers/schema/shape-of";
import type { Field } from "@/components/developers/schema/shape-of";
import type { JsonSchema, Schemas } from "@/components/developers/reference/reference";

interface SchemaTreeProps {
  schema: JsonSchema;
  schemas: Schemas;
  /** In answers nearly everything is always there, so what may be absent is marked instead. */
  isAnswer?: boolean;
}

/** What a JSON value is made of, level by level; deeper ones open when they are asked for. */
export function SchemaTree({ schema, schemas, isAnswer = false }: SchemaTreeProps) {
  const t = useTranslations("developers");
  const shape = shapeOf(schema, schemas);
  return (
    <div className="min-w-0 text-sm">
      {shape.fields.length > 0 ? (
        <ul className="divide-y divide-separator border-s-2 border-separator ps-3">
          {shape.fields.map((field) => (
            <FieldRow key={field.name} field={field} schemas={schemas} isAnswer={isAnswer} />
          ))}
        </ul>
      ) : null}
      {shape.alternatives.length > 0 ? (
        <div className="flex flex-col gap-1">
          <p className="text-xs text-muted">{t("oneOf")}</p>
          {shape.alternatives.map(({ name, schema }) => (
            <Fold key={name} isSmall title={<code className="font-mono">{name}</code>}>
              <SchemaTree schema={schema} schemas={schemas} isAnswer={isAnswer} />
            </Fold>
          ))}
        </div>
      ) : null}
      {shape.fields.length === 0 && shape.alternatives.length === 0 ? (
        <>
          <code className="font-mono text-[13px]">{shape.words}</code>
          <ShapeNotes shape={shape} />
        </>
      ) : null}
    </div>
  );
}

interface FieldRowProps {
  field: Field;
  schemas: Schemas;
  isAnswer: boolean;
}

function FieldRow({ field, schemas, isAnswer }: FieldRowProps) {
  const t = useTranslations("developers");
  const shape = shapeOf(field.schema, schemas);
  const hasMore = shape.fields.length > 0 || shape.alternatives.length > 0;
  return (
    <li className="py-2">
      <p className="flex flex-wrap items-baseline gap-x-2">
        <code className="font-mono text-[13px] font-medium break-all">
          {field.name === "*" ? t("anyName") : field.name}
        </code>
        <span className="font-mono text-xs break-words text-muted">
          {shape.alternatives.length > 0 ? t("oneOfShort") : shape.words}
        </span>
        {shape.isNullable ? (
          <span className="text-xs text-muted">{t("orNull", { none: "null" })}</span>
        ) : null}
        {field.isRequired && !isAnswer ? (
          <span className="text-xs text-warning-soft-foreground">{t("required")}</span>
        ) : null}
        {!field.isRequired && isAnswer ? (
          <span className="text-xs text-muted">{t("sometimes")}</span>
        ) : null}
      </p>
      {shape.about ? (
        <p className="text-muted">
          <PlainWords text={shape.about} />
        </p>
      ) : null}
      <ShapeNotes shape={shape} />
      {hasMore ? (
        <Fold isSmall title={t("fieldsOf", { name: field.name })}>
          <SchemaTree schema={field.schema} schemas={schemas} isAnswer={isAnswer} />
        </Fold>
      ) : null}
    </li>
  );
}
