-- The first page of an inbox of all kinds is read off an index, as that of one kind is.

create index review_inbox_of_all on review.review_case (place_id, waiting_since, id) where status = 'OPEN';
