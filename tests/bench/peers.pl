#!/usr/bin/perl
# SpamAssassin, its rules and nothing from the network: peers.pl FOLDER reads FOLDER/*.eml and prints microseconds, one mail a line.
use strict;
use warnings;
use Mail::SpamAssassin;
use Time::HiRes qw(time);

my ($folder) = @ARGV;
my $filter = Mail::SpamAssassin->new({ local_tests_only => 1, dont_copy_prefs => 1, userprefs_filename => '/dev/null', userstate_dir => $folder });
$filter->compile_now(0);
for my $file (sort glob "$folder/*.eml") {
	open my $in, '<:raw', $file or die "$file: $!";
	my @lines = <$in>;
	my $began = time;
	my $mail = $filter->parse(\@lines, 1);
	my $status = $filter->check($mail);
	my $taken = time - $began;
	$status->finish;
	$mail->finish;
	printf "%.0f\n", $taken * 1e6;
}
