#!/usr/bin/perl
# seed.pl PLAN RESULT: writes the history in PLAN (from demo/plan.ts) into RT through RT's own Perl API,
# and the same plan with RT's ticket ids into RESULT. Called by `seed`.
use strict;
use warnings;
use utf8;

# RT stamps everything with time() or gmtime(). While $clock is set, these say that instead,
# so six years of history can be written through the API as if they had just happened.
our $clock;

BEGIN {
    *CORE::GLOBAL::time   = sub () { $main::clock || CORE::time() };
    *CORE::GLOBAL::gmtime = sub (;$) { CORE::gmtime( @_ ? $_[0] : $main::clock || CORE::time() ) };
}

use JSON;
use MIME::Entity;
use Encode ();
use Time::Local 'timegm';
use RT -init;

my ( $in, $out ) = @ARGV;
my $plan = do { local ( @ARGV, $/ ) = ($in); decode_json(<>) };

my %STATUS  = ( new => 'new', open => 'open', waiting => 'stalled', solved => 'resolved' );
my %CHANNEL = (
    email => 'Email', web        => 'Web',             chat  => 'Chat',
    phone => 'Phone', conference => 'Conference call', visit => 'Visit',
);

sub epoch {
    my ( $y, $mo, $d, $h, $mi, $s ) = $_[0] =~ /^(\d+)-(\d+)-(\d+)T(\d+):(\d+):(\d+)Z$/ or die "bad time: $_[0]";
    return timegm( $s, $mi, $h, $d, $mo - 1, $y );
}
sub ok { my ( $good, @message ) = @_; die "@message\n" unless $good; return $good }

# The ticket as somebody sees it: RT notes that person as the author of what is done with it.
sub seen_by {
    my ( $person, $id ) = @_;
    my $ticket = RT::Ticket->new($person);
    ok( $ticket->Load($id), "ticket $id cannot be seen" );
    return $ticket;
}

sub create_customers {
    my %first; # when each customer was first heard of
    for my $ticket ( @{ $plan->{tickets} } ) {
        $first{$_} //= epoch( $ticket->{createdAt} ) for @{ $ticket->{requesters} };
    }
    my %user;
    for my $customer ( @{ $plan->{customers} } ) {
        my $email = $customer->{email};
        $clock = ( $first{$email} || epoch( $plan->{asOf} ) - 6 * 365 * 86400 ) - 60;
        my $user = RT::User->new( RT->SystemUser );
        ok( $user->Create(
            Name         => $email,
            EmailAddress => $email,
            RealName     => $customer->{name},
            Organization => $customer->{organisation},
            WorkPhone    => $customer->{phone},
            Privileged   => 0,
        ) );
        $user{$email} = RT::CurrentUser->new($email);
    }
    return \%user;
}

# Calls and visits are noted down by the agent; the rest comes from the customer.
sub open_ticket {
    my ( $planned, $opener ) = @_;
    my $opening = $planned->{messages}[0];
    $clock = epoch( $opening->{at} );
    my ( $id, undef, $message ) = RT::Ticket->new($opener)->Create(
        Queue      => 'Support',
        Subject    => $planned->{subject},
        Requestor  => $planned->{requesters},
        Status     => 'new',
        TimeWorked => $opening->{minutes},
        MIMEObj    => MIME::Entity->build(
            Type    => 'text/plain',
            Charset => 'UTF-8',
            From    => $opener->EmailAddress,
            Subject => Encode::encode( 'UTF-8', $planned->{subject} ),
            Data    => [ Encode::encode( 'UTF-8', $opening->{text} ) ],
        ),
    );
    ok( $id, $message );
    return $id;
}

# What happens to a ticket after its opening, in order; at the same second a status follows what was said.
sub events {
    my ($planned) = @_;
    my ( undef, @replies ) = @{ $planned->{messages} };
    my @reopenings = @{ $planned->{reopenings} || [] };
    my @events = map { { at => epoch( $_->{at} ), reply => $_ } } @replies;
    push @events, map { ( { at => epoch( $_->{solvedAt} ), status => 'solved' }, { at => epoch( $_->{at} ), status => 'open' } ) } @reopenings;
    push @events, { at => epoch( $planned->{solvedAt} ), status => 'solved' } if $planned->{solvedAt};
    return sort { $a->{at} <=> $b->{at} or !$a->{reply} <=> !$b->{reply} } @events;
}

sub reply {
    my ( $reply, $as ) = @_;
    my $method = $reply->{by} eq 'internal' ? 'Comment' : 'Correspond';
    ok( $as->$method( Content => $reply->{text}, TimeTaken => $reply->{minutes} ) );
}

sub write_ticket {
    my ( $planned, $customer, $agent ) = @_;
    my $id = open_ticket( $planned, $planned->{channel} =~ /phone|conference|visit/ ? $agent : $customer );
    $planned->{id} = $id + 0;

    my $as_agent = seen_by( $agent, $id );
    ok( $as_agent->AddCustomFieldValue(
        Field             => 'Channel',
        Value             => $CHANNEL{ $planned->{channel} },
        RecordTransaction => 0,
    ) );
    my $taken;
    for my $event ( events($planned) ) {
        $clock = $event->{at};
        if ( my $reply = $event->{reply} ) {
            if ( $reply->{by} eq 'agent' and !$taken++ ) {
                $as_agent->SetOwner( $agent->id );
                ok( $as_agent->SetStatus('open') );
            }
            reply( $reply, $reply->{by} eq 'customer' ? seen_by( $customer, $id ) : $as_agent );
        }
        else {
            ok( $as_agent->SetStatus( $STATUS{ $event->{status} } ) );
        }
    }
    my $status = $STATUS{ $planned->{status} };
    ok( $as_agent->SetStatus($status) ) if $as_agent->Status ne $status;
}

# Nobody reads this database while it is filled: no need to wait for the disk,
# and no notifications, which are most of the work of a reply.
my $dbh = $RT::Handle->dbh;
$dbh->do('PRAGMA synchronous = OFF');
my @scrips = map { $_->[0] } @{ $dbh->selectall_arrayref('SELECT id FROM Scrips WHERE Disabled = 0') };
$dbh->do('UPDATE Scrips SET Disabled = 1');

my $user  = create_customers();
my $agent = RT::CurrentUser->new('agent');
ok( $agent->id, 'no user "agent"' );
write_ticket( $_, $user->{ $_->{requesters}[0] }, $agent ) for @{ $plan->{tickets} };

$dbh->do("UPDATE Scrips SET Disabled = 0 WHERE id = $_") for @scrips;
open my $fh, '>', $out or die "$out: $!";
print $fh JSON->new->utf8->canonical->indent->encode($plan);
close $fh or die "$out: $!";
