import type { AlertStatus } from '../incident/alert.ts';
import { keysOfLanguages } from './words-of-languages.ts';

/** Splits a written list at its blanks. */
export const words = (list: string) => list.trim().split(/\s+/);

/** Names that alerts are known to use for each thing, bare (`startedAt` and `started_at` are one), the most telling first. */
export const titles =
  words(`title alerttitle eventtitle problemtitle messagetitle subject headline shortdescription summary alertsummary
  alertname rulename eventname incidentname incidenttitle problemname alarmname checkname monitorname conditionname searchname
  triggername testname alertpolicyname policyname entitydisplayname message alertmessage errormessage statemessage humanreadable msg text alerttext textpayload
  ${keysOfLanguages.titles.join(' ')}`);
export const names = words(
  'displayname friendlyname eventtypename sensor alert alarm monitor check trigger rule job task label trap',
);
/** What is too long or too changing to be the title while anything has a name. */
export const proses = words(
  'body description alertdescription details error reason problem output info longdescription additionalinfo memo',
);
export const services =
  words(`service servicename servicedisplayname application app appname applicationname involvedobject component host hostname
  servername server instance node nodename resource resourcename entitylabel impactedentity entity entityname target device
  devicename system machine pod container clustername project projectname cluster source site ci cmdbci configurationitem testname
  hostnameandport instancename objname client agent ${keysOfLanguages.services.join(' ')} url`);
export const hosts = words('host hostname servername server instance node nodename device devicename pod');
export const severities =
  words(`severity alertseverity severitylevel severityname sev priority alertpriority urgency level alertlevel
  loglevel criticality importance impact problemseverity incidentseverity issueseverity eventseverity alarmseverity severitytext
  eventlevel triggerlevel ${keysOfLanguages.severities.join(' ')}`);
export const statuses =
  words(`conclusion outcome result status alertstatus currentstatus newstatus eventstatus incidentstatus state alertstate activestate currentstate newstate
  monitorstatus checkstatus clientstatus buildstatus incidentstate issuestate problemstate transition alerttransition eventaction action alertevent eventtype alerttype
  triggertype messagetype event type kind reason alarmstatus alarmstate alertaction statusextended health healthstatus
  ${keysOfLanguages.statuses.join(' ')}`);
export const starts =
  words(`startedat starttime startsat startat start startdate started startedtime firedat triggeredat occurredat occuredat
  openedat firstseen firstoccurrence firstoccurred firstoccurredat firstreceived firsttimestamp detectedat beganat began
  downsince since statestarttime triggertime triggeredtime detectedtime begintime createdat createdon created creationtime
  creationtimestamp firstoccurtime`);
export const moments = words(
  `timestamp eventtime eventtimestamp alerttime datetime date time ts clock when ${keysOfLanguages.moments.join(' ')}`,
);
/** Keys of one problem. */
export const identities =
  words(`fingerprint dedupkey dedupekey deduplicationkey aggregationkey groupkey alias incidentkey alertkey problemkey
  alertid alertuid entityid incidentid problemid issueid`);
/** Keys of the rule that watches, which may watch many hosts. */
export const ruleIdentities = words('alarmid triggerid checkid monitorid ruleid detectorid testid');
/** Objects that are the problem itself, so that their own id is its identity. */
export const problemHolders = ['alert', 'incident', 'issue', 'problem', 'fault'];
export const stableNames = words(
  'alertname rulename checkname monitorname alarmname conditionname searchname triggername testname',
);
/** Names of what watches: more lasting than the message that it sends. */
export const watchers = words('sensor monitor check alarm trigger rule');
export const labelHolders = words('labels tags dimensions attributes metadata');
/** Words that some systems send as a status and mean as a severity. */
export const severityLikeStatuses = words('critical crit warning warn major minor fatal emergency disaster');

/** Severities that say that nothing is severe any more. */
export const severitiesOfEnd = words('ok okay clear cleared recovered resolved');
/** Numbers that a process ended with: only 0 is well. */
export const exitCodes = words('exitcode exitstatus returncode');
/** Under these names 1 stands for a problem and 0 for none, where a number alone says nothing. */
export const numberedStatuses = words('alarmstatus alarmstate alertstatus alertstate problemstate');

/** Flags that say yes or no, by the status that a yes means. */
export const flags: readonly (readonly [AlertStatus, readonly string[]])[] = [
  [
    'resolved',
    words(
      'resolved isresolved recovered isrecovered cleared iscleared isclosed closed ok healthy isup up success passed',
    ),
  ],
  ['acknowledged', words('acknowledged isacknowledged acked')],
  ['firing', words('firing isfiring triggered active isactive alerting down isdown isopen failed')],
];
