/** Given names that tell whether 'he' or 'she' may stand for a person. Data only. */

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

export const MALE_GIVEN_NAMES = words(
  `Aaron Abdul Abdullah Abe Abraham Adam Adrian Ahmad Ahmed Alan Albert Alejandro Alessandro Alex Alexander Alfred Ali Allen
  Amir Anders Andre Andreas Andrei Andrew Andy Angelo Anthony Antoine Antonio Arjun Arnold Arthur Arun Ashraf Austin Barack
  Barry Bashar Ben Benjamin Bernard Bernie Bill Billy Bjarne Bob Bobby Boris Brad Bradley Brandon Brendan Brett Brian Bruce
  Bruno Bryan Carl Carlos Cedric Chad Charles Charlie Chris Christian Christopher Chuck Clark Clifford Clive Colin Conor Craig
  Dale Dan Daniel Darren Dave David Dean Dennis Derek Diego Dieter Dimitri Dirk Dmitry Don Donald Doug Douglas Duncan Dylan
  Ed Eddie Edgar Edmund Eduardo Edward Edwin Elias Elliott Elon Emmanuel Enrique Eric Erik Ernest Ethan Eugene Evan Fabio
  Faisal Felix Fernando Francis Francisco Frank Franz Fred Frederick Friedrich Gareth Gary Gavin Geoffrey George Gerald Gerard
  Gerhard Giovanni Giuseppe Glenn Gordon Graham Greg Gregory Guillermo Gunther Gustav Guy Hamid Hans Harold Harry Harvey Hassan
  Heinrich Henri Henrik Henry Herbert Hiroshi Howard Hugh Hugo Hussein Ian Ibrahim Igor Imran Isaac Ivan Jack Jacob Jacques
  Jake Jakob James Jamal Jan Jared Jason Javier Jay Jean-Pierre Jeff Jeffrey Jeremy Jerome Jerry Jesse Jesus Jim Jimmy Joachim
  Joao Joe Joel Johan Johannes John Johnny Jonas Jonathan Jorge Jose José Joseph Josh Joshua Juan Julian Julio Jürgen Justin
  Kamal Karim Karl Keir Keith Ken Kenji Kenneth Kevin Khalid Klaus Konstantin Kurt Kwame Kyle Lars Larry Laurent Lawrence Lee Leo
  Leon Leonard Leonardo Lewis Liam Lloyd Louis Luca Lucas Luigi Luis Luke Magnus Mahmoud Malcolm Manuel Marc Marcel Marco Marcos
  Marcus Mario Mark Markus Martin Massimo Mathias Matt Matteo Matthew Maurice Max Maxim Michael Michel Miguel Mike Mikhail Milan
  Mitch Mitt Mohamed Mohammad Mohammed Moses Muhammad Mustafa Naoto Narendra Nathan Neil Nelson Newt Nicholas Nick Nicolas Nigel
  Nikolai Nils Noah Noel Norman Olaf Oleg Oleksandr Oliver Olivier Omar Oscar Osama Otto Owen Pablo Paolo Pascal Patrick Paul
  Paulo Pavel Pedro Per Pete Peter Petr Phil Philip Philippe Phillip Pierre Piotr Rafael Raj Rajiv Ralph Ramon Randy Raúl Ray
  Raymond Recep Reince René Ricardo Richard Rick Rob Robert Roberto Rodrigo Roger Roland Roman Ron Ronald Ross Roy Rudolf Rudy
  Rupert Russell Ryan Salman Sam Samuel Sanjay Santiago Sascha Saul Scott Sean Sebastian Sergei Sergey Sergio Seth Shane Shinzo
  Simon Stanley Stefan Stefano Stephen Steve Steven Stuart Sven Tariq Ted Terry Theo Theodore Thomas Tim Timothy Todd Tom Tomas
  Tomasz Tommy Tony Travis Trevor Tucker Tyler Umberto Vasily Victor Viktor Vincent Vincenzo Vijay Vladimir Volodymyr Walter
  Warren Wayne Werner Wilfred Wilhelm Will William Winston Wolfgang Yasser Yusuf Yuri Zachary`,
);

export const FEMALE_GIVEN_NAMES = words(
  `Abigail Adriana Agnes Aisha Alice Alicia Alison Allison Amanda Amelia Amina Amy Ana Anastasia Andrea Angela Angelina Anita
  Ann Anna Anne Annette Annie Antonia April Ashley Astrid Audrey Barbara Beatrice Beatriz Becky Bella Beth Betty Beverly Birgit
  Bridget Brigitte Brittany Camille Carla Carly Carmen Carol Carole Caroline Carolyn Carrie Catherine Cathy Cecilia Charlotte
  Chelsea Cheryl Chloe Christina Christine Cindy Claire Clara Claudia Colleen Connie Cristina Cynthia Dana Daniela Danielle
  Dawn Debbie Deborah Debra Delia Denise Diana Diane Dolores Donna Dora Doris Dorothy Edith Eileen Elaine Eleanor Elena Elisa
  Elise Elizabeth Ella Ellen Elsa Emily Emma Erica Erin Esther Eva Eve Evelyn Faith Fatima Fatoumata Felicity Fiona Florence
  Frances Francesca Freya Gabriela Gail Gemma Georgia Geraldine Gillian Gina Giorgia Giulia Gloria Grace Greta Gretchen Gwen
  Halima Hannah Harriet Heather Heidi Helen Helena Helga Hilary Hillary Holly Ida Ingrid Irene Iris Isabel Isabella Ivanka Jacinda
  Jackie Jacqueline Jane Janet Janice Jasmine Jean Jen Jenna Jennifer Jenny Jessica Jill Joan Joanna Joanne Jocelyn Johanna Josephine
  Joyce Juanita Judith Judy Julia Julie Juliet Kamala Karen Karin Kate Katherine Kathleen Kathryn Kathy Katie Katrina Kay Kayla
  Kellyanne Kelly Kerry Khadija Kim Kimberly Kirsten Kristen Kristin Lara Laura Lauren Leah Leila Lena Leslie Lillian Lily Linda
  Lindsay Lisa Liz Lois Loretta Lori Lorraine Louise Lucia Lucy Lydia Lynn Madeleine Madison Malala Mandy Manuela Marcia Margaret
  Margot Maria María Marianne Marie Marilyn Marina Marion Marjorie Marta Martha Martina Mary Maureen Maya Megan Megyn Melania Melanie
  Melinda Melissa Mercedes Mercy Meryl Mia Michelle Mildred Miriam Molly Monica Monique Muriel Nadia Nancy Naomi Natalia Natalie
  Natasha Nicola Nicole Nikki Nina Noor Nora Norma Olga Olivia Omarosa Oksana Pamela Patricia Patty Paula Pauline Peggy Penelope
  Penny Petra Phoebe Phyllis Pia Priya Rachel Rebecca Regina Renee Rhonda Rita Roberta Robin Rosa Rosalind Rose Rosemary Roxanne
  Ruby Ruth Sabine Sabrina Sally Samantha Sandra Sara Sarah Selma Shannon Sharon Sheila Shelley Shirley Silvia Simone Sofia Sonia
  Sophia Sophie Stacey Stacy Stella Stephanie Sue Susan Susanne Suzanne Svetlana Sylvia Tamara Tammy Tanya Tara Tatiana Teresa
  Tess Theresa Tiffany Tina Tracey Tracy Ulrike Ursula Valentina Valerie Vanessa Vera Veronica Victoria Virginia Vivian Wanda Wendy
  Yasmin Yolanda Yulia Yvette Yvonne Zainab Zara Zoe Zoya`,
);
