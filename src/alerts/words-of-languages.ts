/** Splits a written list at its blanks. */
const words = (list: string): readonly string[] => list.trim().split(/\s+/);

/** Keys of teams that write their monitors in German, Dutch, French, Italian, Spanish, Portuguese, Russian, Korean, Japanese, Chinese or Thai. */
export const keysOfLanguages = {
  titles: words(`titel betreff meldung nachricht titre objet sujet titulo título asunto mensaje
    assunto mensagem titolo oggetto messaggio onderwerp bericht заголовок тема сообщение 제목 알림명 경보명 알람명
    메시지 내용 タイトル 件名 題名 アラート名 メッセージ 内容 标题 告警名称 规则名称 告警内容 หัวข้อ ข้อความ`),
  services: words(`rechner hôte serveur servicio servidor servico serviço servizio dienst сервис сервер
    узел хост 서비스 호스트 서버 サービス ホスト ホスト名 サーバ サーバー 服务 主机 主机名 服务器 实例 บริการ โฮสต์
    เซิร์ฟเวอร์`),
  severities: words(`schweregrad priorität gravité sévérité criticité priorité severidad severidade
    gravedad prioridad prioridade gravità ernst prioriteit важность критичность приоритет 심각도 중요도 등급 重要度
    深刻度 严重程度 严重级别 告警级别 级别 ความรุนแรง`),
  statuses: words(`zustand statut état estado stato статус состояние 상태 状態 ステータス 状态 告警状态
    สถานะ`),
  moments: words(
    'zeit zeitpunkt heure fecha 시각 시간 일시 발생시각 발생시간 日時 時刻 発生日時 発生時刻 时间 发生时间 เวลา',
  ),
} as const;

/** What they call the states of a problem. */
export const statusesOfLanguages = {
  firing: `störung gestört ausgefallen ausfall fehlgeschlagen ausgelöst aktiv offen alarme
    alerte panne échec déclenché déclenchée alerta activo activa disparado disparada caído caída fallo abierto
    abierta ativo ativa falha aberto aberta attivo attiva guasto allarme storing actief авария проблема сбой
    недоступен активна 발생 경보 장애 이상 다운 실패 초과 障害 発生 異常 警報 停止 失敗 告警 告警中 报警 故障 异常
    触发 失败 ล่ม ผิดปกติ ขัดข้อง แจ้งเตือน`,
  resolved: `behoben gelöst wiederhergestellt verfügbar entwarnung geschlossen résolu résolue
    rétabli rétablie fermé terminé resuelto resuelta recuperado recuperada restablecido cerrado cerrada resolvido
    resolvida restabelecido fechado risolto risolta ripristinato chiuso opgelost hersteld gesloten решено решена
    восстановлено восстановлен восстановлена устранено закрыто 해제 복구 복구됨 복구완료 정상 해결 해결됨 종료 復旧
    回復 正常 解消 解決 復帰 恢复 已恢复 恢复正常 已解决 已关闭 解除 ปกติ กู้คืนแล้ว แก้ไขแล้ว`,
  acknowledged: `bestätigt acquitté acquittée reconocido reconocida reconhecido bevestigd подтверждено
    подтверждена 확인됨 確認済み 対応中 已确认 处理中 รับทราบ`,
} as const;

/** What they call the four levels, rounded up where a word could be two. */
export const severitiesOfLanguages = {
  'SEV-1': `kritisch katastrophal notfall critique crítico crítica critico critica kritiek
    критический критическая авария 심각 위험 치명 치명적 긴급 致命的 緊急 重大 危険 严重 紧急 致命 危急 วิกฤต ฉุกเฉิน`,
  'SEV-2': `hoch schwerwiegend fehler élevé élevée majeur majeure erreur alto alta grave hoog
    ernstig высокий высокая ошибка 높음 오류 高 エラー 错误 重要 สูง ร้ายแรง`,
  'SEV-3': `warnung mittel avertissement moyen moyenne advertencia medio media aviso médio média
    avviso waarschuwing gemiddeld предупреждение средний средняя 경고 주의 보통 警告 注意 中 一般 次要 เตือน ปานกลาง`,
  'SEV-4': `niedrig hinweis faible bajo baja baixo baixa basso bassa laag низкий низкая
    информация 낮음 정보 低 情報 信息 提示 ต่ำ ข้อมูล`,
} as const;

/** Sentences that tell of an end by their last words. */
export const endOfSentence =
  /(?:(?:복구|해제|정상화|해결)(?:됨|되었습니다|됐습니다|되었음|완료)|(?:復旧|回復|解消)(?:しました|済み|した)|已恢复|恢复正常|已解决|wiederhergestellt|กู้คืนแล้ว)[\s.!。！]*$/u;
