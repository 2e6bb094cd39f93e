import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod/mini';
import { vi as vietnamese } from 'zod/v4/locales';
import { columnRoles, type Mapping } from '../../core/assessment';
import { badArguments } from './refusal';

const row = z.int().check(z.positive());
const rowNumber = z.string().check(z.regex(/^[1-9]\d*$/));

const columnRole = z.enum(columnRoles);

const table = z.strictObject({
  sheet: z.optional(z.string()),
  transposed: z.optional(z.boolean()),
  headerRows: z.optional(z.array(row)),
  columns: z.optional(z.record(z.string().check(z.regex(/^[A-Z]{1,3}$/)), columnRole)),
  criterionRows: z.optional(z.record(rowNumber, row)),
  itemRows: z.optional(z.record(rowNumber, z.nullable(z.string().check(z.regex(/^\d+\.\d+$/))))),
  totalRow: z.optional(z.nullable(row)),
});

const mapping = z.strictObject({
  standard: z.optional(z.string()),
  tables: z.optional(z.array(table)),
  rubrics: z.optional(z.record(z.string().check(z.regex(/^\d+\.\d+$/)), z.string())),
});

/**
 * What the officer points out, from a JSON file of the shape of `template.mapping`. Unknown keys are refused, so that a misspelt one is seen.
 * @throws a refusal with status 2.
 */
export function readMappingFile(file: string): Mapping {
  const name = path.basename(file);
  let data: unknown;
  try {
    data = JSON.parse(readFileSync(file, 'utf8').replace(/^\ufeff/, ''));
  } catch (error) {
    throw badArguments(
      error instanceof SyntaxError
        ? `--mapping ${name}: tệp này không phải JSON hợp lệ.`
        : `--mapping ${file}: không đọc được tệp này; hãy kiểm tra tên và thư mục.`,
    );
  }
  const result = z.safeParse(mapping, data, { error: vietnamese().localeError });
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw badArguments(`--mapping ${name}: sai ở “${issue?.path.join('.') ?? ''}”: ${issue?.message ?? 'không rõ lý do'}.`);
}
