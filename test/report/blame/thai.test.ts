import { describe, expect, test } from 'vitest';
import { checkBlame } from '../../../src/report/blame/check-blame.ts';

describe('blame in Thai', () => {
  test.each([
    ['human-error', 'สาเหตุคือความผิดพลาดของมนุษย์'],
    ['human-error', 'มีคนกดผิดปุ่ม'],
    ['counterfactual', 'ทีมควรจะทดสอบก่อนปล่อย'],
    ['hindsight', 'ใครก็รู้ว่าดิสก์จะเต็ม'],
    ['character-judgement', 'วิศวกรสะเพร่าในการตั้งค่า'],
    ['incompetence', 'ผู้ดูแลระบบไร้ความสามารถ'],
    ['punitive', 'ทุกคนต้องระมัดระวังมากขึ้น'],
    ['punitive', 'จะลงโทษพนักงานที่ทำ'],
    ['named-individual-at-fault', 'ระบบล่มเพราะคุณสมชายลืมต่ออายุใบรับรอง'],
    ['team-blame', 'ทีมเครือข่ายลืมแจ้งการเปลี่ยนแปลง'],
  ])('%s: %s', (category, text) => {
    expect(checkBlame(text).map((finding) => finding.category)).toContain(category);
  });
});

test('a Thai name that is not common is an actor once the roster has it', () => {
  expect(checkBlame('เขมิกาลืมปิดแฟล็ก')).toEqual([]);
  expect(checkBlame('เขมิกาลืมปิดแฟล็ก', { people: ['เขมิกา'] })).toHaveLength(1);
});

describe('innocent Thai', () => {
  test.each([
    'ทีมเครือข่ายตรวจพบปัญหาเวลา 10:00',
    'คุณสมชายรับทราบการแจ้งเตือนเวลา 02:14',
    'เราไม่โทษตัวบุคคล ความผิดพลาดของมนุษย์ไม่ใช่สาเหตุ',
    'ดิสก์เต็มเพราะบันทึกไม่ถูกหมุน',
    'เพิ่มการแจ้งเตือนเมื่อความล่าช้าเกิน 30 วินาที',
  ])('%s', (text) => {
    expect(checkBlame(text)).toEqual([]);
  });
});
