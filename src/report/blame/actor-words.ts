function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}

/** The words by which people, groups and suppliers are recognised. */
export interface ActorWords {
  readonly roles: ReadonlySet<string>;
  readonly bareRoles: ReadonlySet<string>;
  readonly teamHeads: ReadonlySet<string>;
  readonly bareTeams: ReadonlySet<string>;
  readonly vendors: ReadonlySet<string>;
  readonly vendorHeads: ReadonlySet<string>;
  readonly customers: ReadonlySet<string>;
  readonly modifiers: ReadonlySet<string>;
  readonly determiners: ReadonlySet<string>;
  readonly stops: ReadonlySet<string>;
  readonly followers: ReadonlySet<string>;
}

let cached: ActorWords | undefined;

/** Builds the word sets once, when the first sentence is read. */
export function actorWords(): ActorWords {
  cached ??= {
    // Nouns for one or several people, whatever stands before them.
    roles:
      words(`engineer engineers developer developers dev devs programmer programmers coder coders reviewer reviewers
      approver approvers author authors committer committers responder responders on-call oncall on-calls operator operators
      admin admins administrator administrators sysadmin sysadmins dba dbas analyst analysts intern interns contractor
      contractors consultant consultants technician technicians tester testers sre sres architect architects maintainer
      maintainers commander ic scribe trainee trainees newcomer newcomers hire hires junior juniors senior seniors graduate
      apprentice colleague colleagues coworker coworkers teammate teammates employee employees freelancer freelancers boss
      bosses executive executives director directors cto ceo vp guy guys person persons individual individuals specialist
      specialists expert experts planner deployer planners pilot designer designers dispatcher temp chief supervisor
      supervisors captain chap chaps bloke blokes lad lads lass fella fellas dude dudes bro owners bod bods clerk clerks electrician electricians assistant assistants trader traders accountant accountants
      auditor auditors secretary janitor man woman gentleman lady secondary-on-call duty-manager staffer newbie newbies rookie rookies manager managers lead
      leads`),
    // Nouns that are people only with a word like "release" or "duty" before them, or software on their own.
    bareRoles:
      words(`man woman lady gentleman manager managers lead leads operator operators commander pilot pilots author authors chief
      temp expert junior senior director directors executive secondary dispatcher planner planners designer seniors`),
    teamHeads: words(`team teams crew crews folks guys squad squads department departments staff shift shifts noc people
      contractors desk org organisation organization group bunch lot helpdesk guild tribe vendor provider office personnel
      management leadership operations ops support devops side guy consultancy agency supplier partner rotation committee
      board panel company eng`),
    bareTeams:
      words(`sre devops ops qa infra secops netops sysops itops infosec leadership management engineering security
      support marketing sales legal finance product procurement compliance networking noc soc hr operations it dbas cab
      headquarters hq upper-management platform frontend backend data-engineering release-engineering facilities helpdesk
      netsec appsec mobile payments billing storage`),
    vendors:
      words(`aws amazon gcp google microsoft azure cloudflare fastly akamai datadog pagerduty github gitlab oracle
      stripe twilio okta auth0 heroku digitalocean equinix at&t verizon comcast lumen cogent telia ibm salesforce sap
      atlassian snowflake mongodb-inc hashicorp cisco juniper dell hpe opsgenie sendgrid mailchimp adyen paypal vodafone`),
    vendorHeads:
      words(`vendor vendors provider providers supplier suppliers partner partners isp registrar carrier carriers
      upstream consultancy agency integrator outsourcer subcontractor subcontractors reseller telco telecom`),
    customers: words(
      'customer customers user users client-team clients-team merchants merchant tenant tenants subscriber',
    ),
    modifiers:
      words(`on-call oncall on-duty primary secondary database db network networking platform infrastructure infra
      release release-engineering security storage payments payment billing mobile frontend front-end backend back-end web
      data junior senior lead principal staff staff-level new incident duty shift site reliability software systems system
      cloud devops support operations ops qa test build deploy deployment firewall dns capacity product account engineering
      change project service previous current other same offshore onshore outsourced external internal remote night day
      weekend overnight first second third careless lazy incompetent clueless inexperienced competent decent reasonable
      half-decent experienced responsible responding unknown well-meaning tired hasty overconfident absent-minded sloppy
      reckless negligent rogue whole entire hosting logistics dba sre core api search identity checkout migration compliance
      it helpdesk dev tech technical delivery integration observability monitoring edge cdn waf kernel machine-learning ml
      analytics reporting facilities datacentre datacenter data-centre sales marketing legal finance upstream downstream
      third-party partner vendor supplier carrier eng managed so-called unnamed customer user client certain single average sane seasoned good proper trained untrained unqualified
      late early graveyard morning evening london berlin dublin bangalore singapore us eu emea apac rookie green`),
    determiners: words(`the a an our their your his her its this that these those some any every each no another one two
      three several many both most all whichever which whose what certain 's my such`),
    stops:
      words(`and or but nor so if when while because since as that which who whom whose to of in on at by for from with
      without into onto over under after before until till than then is are was were be been being has have had do does did
      will would can could shall should may might must not never , ; : . ? ! ( ) it he she they we i you x up out off down
      about against between through during per via like there here also only just even`),
    // A role or team noun in front of one of these is part of a compound, not an actor.
    followers:
      words(`rotation rotations schedule schedules channel channels runbook runbooks console portal queue queues log
      logs dashboard dashboards account accounts credentials certificate feed api apis endpoint endpoints name names id ids
      list lists group groups page pages load handover calendar pod pods pattern sdk plugin plugins framework lifecycle
      manifest image chart version versions role roles permission permissions token tokens field column table label
      labels setting settings experience productivity tooling tools tool mode guide docs documentation agreement contract
      allowance allowances pay bonus duty duties phone phones pager pagers
      ticket tickets mailbox email agent agents status code key keys plan tier window tree chat topic`),
  };
  return cached;
}
