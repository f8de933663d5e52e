# What the test bed's RT has beyond a fresh install: one queue, one agent, one custom field.
# In the form that rt-setup-database --action insert reads.
use utf8;

@Queues = (
    {   Name              => 'Support',
        Description       => 'Support desk of the test bed',
        CorrespondAddress => 'support@desk.example.org',
        CommentAddress    => 'support-comment@desk.example.org',
    },
);

@Users = (
    {   Name         => 'agent',
        Password     => 'agent-password',
        RealName     => 'Robin Desk',
        EmailAddress => 'agent@desk.example.org',
        Privileged   => 1,
    },
);

@CustomFields = (
    {   Name      => 'Channel',
        Type      => 'SelectSingle',
        Queue     => ['Support'],
        Values    => [ map { { Name => $_ } } 'Email', 'Web', 'Chat', 'Phone', 'Conference call', 'Visit' ],
    },
);

@ACL = (
    (   map { { UserId => 'agent', Queue => 'Support', Right => $_ } }
            qw(SeeQueue ShowTicket ShowTicketComments ShowOutgoingEmail CreateTicket ModifyTicket
            ReplyToTicket CommentOnTicket OwnTicket TakeTicket StealTicket ReassignTicket Watch
            SeeCustomField ModifyCustomField)
    ),
    (   map { { UserId => 'agent', Right => $_ } }
            qw(ModifySelf ShowUserHistory ShowSavedSearches CreateSavedSearch EditSavedSearches
            LoadSavedSearch SeeOwnDashboard ShowArticle)
    ),
    # As on a desk that takes mail from anyone.
    (   map { { GroupDomain => 'SystemInternal', GroupType => 'Everyone', Queue => 'Support', Right => $_ } }
            qw(CreateTicket ReplyToTicket)
    ),
);

1;
