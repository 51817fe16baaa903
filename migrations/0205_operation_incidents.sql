-- Looks that found something wrong stay as long as days do (they are few): the status page lists outages with their beginning and end.
create index look_troubled on operation.look (component, minute) where state <> 'up';
