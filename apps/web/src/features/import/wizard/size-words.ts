import { useTranslation } from "react-i18next";

const units = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;

/** 147635 -> "148 kB". */
export function useSizeWords() {
  const { i18n } = useTranslation();
  return (bytes: number): string => {
    const power = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
    return new Intl.NumberFormat(i18n.language, {
      style: "unit",
      unit: units[power] as string,
      unitDisplay: power === 0 ? "long" : "short",
      maximumSignificantDigits: 3,
    }).format(bytes / 1000 ** power);
  };
}
