import type { ExaminedFile } from './examined';

/**
 * Lets equal texts of many files be one: names of criteria, labels, scales' keys. Answers from other threads come as copies, and ten thousand
 * copies of the same labels are most of what a consolidation would hold in memory. Returns the same content.
 */
export function textSharer(): (file: ExaminedFile) => ExaminedFile {
  const known = new Map<string, string>();
  const share = <Text extends string | null>(text: Text): Text => {
    if (text === null) return text;
    const same = known.get(text as string);
    if (same !== undefined) return same as Text;
    known.set(text as string, text as string);
    return text;
  };
  return (file) => ({
    ...file,
    communes: file.communes.map((commune) => ({
      ...commune,
      district: share(commune.district),
      province: share(commune.province),
      standard: share(commune.standard),
      criteria: commune.criteria.map((criterion) => ({ ...criterion, name: share(criterion.name) })),
      items: commune.items.map((item) => ({
        ...item,
        number: share(item.number),
        label: share(item.label),
        kind: share(item.kind),
        scale: share(item.scale),
        cell: share(item.cell),
      })),
    })),
  });
}
