import { checkSource, type Row } from './source-cases.ts';

const at = '2026-08-07T06:05:04Z';

interface Team {
  readonly from: string;
  readonly firing: object;
  readonly row: Row;
  readonly recovery: object;
  readonly after: Row;
}

/** Monitors that a team wrote in its own language, keys and words alike. */
const teams: readonly Team[] = [
  {
    from: 'German',
    firing: { Betreff: 'STÖRUNG: Kasse antwortet nicht', Schweregrad: 'hoch', Rechner: 'kasse-2', Zeitpunkt: at },
    row: ['firing', 'STÖRUNG: Kasse antwortet nicht', 'kasse-2', 'hoch', at],
    recovery: { Betreff: 'BEHOBEN: Kasse antwortet nicht', Schweregrad: 'hoch', Rechner: 'kasse-2' },
    after: ['resolved', 'BEHOBEN: Kasse antwortet nicht', 'kasse-2', 'hoch', null],
  },
  {
    from: 'Russian',
    firing: { title: 'Касса не отвечает', severity: 'критический', status: 'авария', host: 'kassa-2' },
    row: ['firing', 'Касса не отвечает', 'kassa-2', 'критический', null],
    recovery: { title: 'Касса не отвечает', severity: 'критический', status: 'восстановлено', host: 'kassa-2' },
    after: ['resolved', 'Касса не отвечает', 'kassa-2', 'критический', null],
  },
  {
    from: 'Italian',
    firing: { titolo: 'Ordini fermi', gravità: 'critica', stato: 'attivo', servizio: 'ordini' },
    row: ['firing', 'Ordini fermi', 'ordini', 'critica', null],
    recovery: { titolo: 'Ordini fermi', gravità: 'critica', stato: 'risolto', servizio: 'ordini' },
    after: ['resolved', 'Ordini fermi', 'ordini', 'critica', null],
  },
  {
    from: 'French',
    firing: { titre: 'Base de commandes muette', gravité: 'critique', état: 'panne', serveur: 'bdd-4' },
    row: ['firing', 'Base de commandes muette', 'bdd-4', 'critique', null],
    recovery: { titre: 'Base de commandes muette', gravité: 'critique', état: 'résolu', serveur: 'bdd-4' },
    after: ['resolved', 'Base de commandes muette', 'bdd-4', 'critique', null],
  },
  {
    from: 'Spanish',
    firing: { título: 'Cobros lentos', severidad: 'alta', estado: 'activo', servicio: 'cobros' },
    row: ['firing', 'Cobros lentos', 'cobros', 'alta', null],
    recovery: { título: 'Cobros lentos', severidad: 'alta', estado: 'resuelto', servicio: 'cobros' },
    after: ['resolved', 'Cobros lentos', 'cobros', 'alta', null],
  },
  {
    from: 'Korean',
    firing: { 제목: '[경보] 결제 지연 95% 초과', 심각도: '심각', 상태: '발생', 서비스: '결제', 발생시각: at },
    row: ['firing', '[경보] 결제 지연 95% 초과', '결제', '심각', at],
    recovery: { 제목: '[해제] 결제 지연 12% 정상', 심각도: '심각', 상태: '복구', 서비스: '결제' },
    after: ['resolved', '[해제] 결제 지연 12% 정상', '결제', '심각', null],
  },
  {
    from: 'Korean titles alone',
    firing: { title: '[경보] 창고-3 온도 31.5도', host: '창고-3' },
    row: ['firing', '[경보] 창고-3 온도 31.5도', '창고-3', null, null],
    recovery: { title: '[복구] 창고-3 온도 31.5도', host: '창고-3' },
    after: ['resolved', '[복구] 창고-3 온도 31.5도', '창고-3', null, null],
  },
  {
    from: 'Japanese',
    firing: { 件名: '決済が遅い', 重要度: '緊急', 状態: '発生', ホスト名: 'kessai-1', 発生時刻: at },
    row: ['firing', '決済が遅い', 'kessai-1', '緊急', at],
    recovery: { 件名: '決済が遅い', 重要度: '緊急', 状態: '復旧', ホスト名: 'kessai-1' },
    after: ['resolved', '決済が遅い', 'kessai-1', '緊急', null],
  },
  {
    from: 'Japanese titles alone',
    firing: { subject: '【障害】soko-1 ディスク 91%' },
    row: ['firing', '【障害】soko-1 ディスク 91%', null, null, null],
    recovery: { subject: '【復旧】soko-1 ディスク 40%' },
    after: ['resolved', '【復旧】soko-1 ディスク 40%', null, null, null],
  },
  {
    from: 'Chinese',
    firing: { 标题: '下单超时', 级别: '紧急', 状态: '告警', 主机: 'dan-1', 时间: at },
    row: ['firing', '下单超时', 'dan-1', '紧急', at],
    recovery: { 标题: '下单超时', 级别: '紧急', 状态: '已恢复', 主机: 'dan-1' },
    after: ['resolved', '下单超时', 'dan-1', '紧急', null],
  },
  {
    from: 'Thai',
    firing: { หัวข้อ: 'คลังสินค้าช้า', ความรุนแรง: 'วิกฤต', สถานะ: 'ล่ม', บริการ: 'คลัง', เวลา: at },
    row: ['firing', 'คลังสินค้าช้า', 'คลัง', 'วิกฤต', at],
    recovery: { หัวข้อ: 'คลังสินค้าช้า', ความรุนแรง: 'วิกฤต', สถานะ: 'กู้คืนแล้ว', บริการ: 'คลัง' },
    after: ['resolved', 'คลังสินค้าช้า', 'คลัง', 'วิกฤต', null],
  },
];

for (const { from, firing, row, recovery, after } of teams) {
  checkSource({ source: 'generic', from, firing: [firing, row], recovery: [recovery, after] });
}
