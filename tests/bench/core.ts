// What the bench needs of the core, bundled as the products are.
export { assess } from '../../core/assess';
export { readXlsx } from '../../core/xlsx/read';
