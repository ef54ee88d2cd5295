// `npm run sbom -- FILE`: writes the bill of materials of this version (CycloneDX), if it is sound.
import { writeFile } from 'node:fs/promises';
import { buildBill, checkBill } from './bill-of-materials.ts';

const [file, ...more] = process.argv.slice(2);
if (file === undefined || more.length > 0) {
  console.error('Usage: npm run sbom -- FILE');
  process.exitCode = 2;
} else {
  const bill = await buildBill();
  const wrong = await checkBill(bill);
  if (wrong.length > 0) {
    console.error(`The bill of materials is not sound, and was not written:\n${wrong.join('\n')}`);
    process.exitCode = 1;
  } else {
    await writeFile(file, `${JSON.stringify(bill, null, 2)}\n`);
    console.log(`Wrote ${file}: ${bill.components.length} packages.`);
  }
}
