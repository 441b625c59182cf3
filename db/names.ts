import { asGuest, FORMER_MEMBER } from '@/domain/vocabulary';
import { sqlClient } from './connection';

/**
 * What somebody is called in a lab, as the text of an SQL expression: its members by name, a guest by theirs marked as a
 * guest's, everybody else "a former member". `lab` and `person` are SQL for their ids, in which nothing is from outside.
 */
export function nameIn(lab: string, person: string): string {
  return `coalesce((
    select case when called.guest then called.name || '${asGuest('')}' when place.user_id is not null then called.name end
    from users called left join members place on place.lab_id = ${lab} and place.user_id = called.id
    where called.id = ${person}), '${FORMER_MEMBER}')`;
}

/** Whom to ask about what a host made: themselves or, where they host no more, the host who has been in the lab the longest. */
export function hostToAskIn(lab: string, maker: string): string {
  return `coalesce((
    select called.name from members place join users called on called.id = place.user_id
    where place.lab_id = ${lab} and place.role = 'host'
    order by place.user_id = ${maker} desc, place.joined_at, place.user_id limit 1), ${nameIn(lab, maker)})`;
}

/** What somebody is called in a lab, to stand in a statement. */
export function nameOf(lab: string, person: string) {
  return sqlClient().unsafe(nameIn(lab, person));
}

/** Whether somebody goes by a name in a lab, to stand in a statement: whoever doesn't is "a former member". */
export function isNamed(lab: string, person: string) {
  return sqlClient().unsafe(`exists (
    select from users called where called.id = ${person} and (called.guest or exists (
      select from members place where place.lab_id = ${lab} and place.user_id = called.id)))`);
}
