"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { fillSample } from "@/components/packs/labels/fill-sample";
import { readCode } from "@/components/codes/words/read-code";
import type { LabelOptions } from "@/lib/packs/label-schema";
import { codeBox, LINE_PITCH, textBox } from "@/lib/packs/label-sheet-schema";

interface LabelPreviewProps {
  value: LabelOptions;
  sampleCodeId: string | null;
}

/** Units to a millimetre: browsers do not draw letters of a few units. */
const SCALE = 10;
const MM_PER_POINT = 25.4 / 72;
/** Half of it is seen. */
const EDGE = 4;
const DARK = "#17201B";

/** One label, large, with a code of the selection on it. */
export function LabelPreview({ value, sampleCodeId }: LabelPreviewProps) {
  const t = useTranslations("labelSheets");
  const { data } = useQuery({
    queryKey: ["look-sample", sampleCodeId],
    queryFn: ({ signal }) => (sampleCodeId ? readCode(sampleCodeId, signal) : null),
    enabled: sampleCodeId !== null,
  });
  const width = value.labelWidth * SCALE;
  const height = value.labelHeight * SCALE;
  const code = scaled(codeBox(value));
  const text = scaled(textBox(value));
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={t("labelDrawing")}
      className="mx-auto block max-h-72 w-full"
    >
      <rect
        width={width}
        height={height}
        fill={value.ground ?? "#FFFFFF"}
        stroke="#A1A1AA"
        strokeWidth={EDGE}
      />
      {sampleCodeId ? (
        <image href={`/api/codes/${sampleCodeId}/picture?thumbnail`} {...code} />
      ) : (
        <rect {...code} fill="#D4D4D8" />
      )}
      {value.captions.length > 0 && text.width > 0 && text.height > 0 ? (
        <foreignObject {...text}>
          <div
            className="flex h-full flex-col overflow-hidden"
            style={{
              color: value.ground === DARK ? "#FFFFFF" : "#000000",
              justifyContent: value.layout === "beside" ? "center" : "flex-start",
            }}
          >
            {value.captions.map((caption, place) => (
              <div
                key={place}
                className="shrink-0 overflow-hidden break-words"
                style={{
                  display: "-webkit-box",
                  WebkitBoxOrient: "vertical",
                  WebkitLineClamp: caption.linesMax,
                  fontSize: caption.size * MM_PER_POINT * SCALE,
                  fontWeight: caption.isBold ? 700 : 400,
                  lineHeight: LINE_PITCH,
                  textAlign: caption.align,
                }}
              >
                {fillSample(caption.text, data ?? null)}
              </div>
            ))}
          </div>
        </foreignObject>
      ) : null}
    </svg>
  );
}

function scaled(box: { x: number; y: number; width: number; height: number }) {
  return {
    x: box.x * SCALE,
    y: box.y * SCALE,
    width: box.width * SCALE,
    height: box.height * SCALE,
  };
}
